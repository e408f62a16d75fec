// What a signature froze: the race as it was when it was signed, whatever windows, assignments or documents moved since (O1).
import type { Fact, FactKind } from '../../shared/facts.ts';
import type { RaceDoc } from '../../shared/meet.ts';
import { feedersIn } from './event/rounds.ts';
import { filledOf } from './filled.ts';
import { generalOf, type Loose } from './loose.ts';
import { factsOf, type Meets, upTo } from './meets.ts';
import { bind } from './race/bind.ts';
import { type Door, type Hung, hang, merged, type Setting, windowsAlone } from './race/door.ts';
import { computed, type RaceInput } from './race/race.ts';
import type { Race, SignedRace } from './race/race-state.ts';
import { stateOf } from './race/state.ts';
import type { Window } from './race/window.ts';

/** What is known now of a meet. */
export interface Past {
  readonly meets: Meets;
  readonly loose: Loose;
  readonly meet: string;
  /** The signature in force of a race of an earlier round. */
  readonly frozen: (race: string) => SignedRace | undefined;
}

function overlap(a: readonly Window[], b: readonly Window[]): boolean {
  return a.some((one) => b.some((other) => one.fromUs < other.toUs && other.fromUs < one.toUs));
}

/** A meet as it was when the journal had come to a seq. */
interface Moment {
  readonly seq: number;
  readonly setting: Setting;
  readonly own: (race: string) => readonly Fact[];
}

function momentOf({ meets, loose, meet: id }: Past, seq: number): Moment | undefined {
  const meet = upTo(meets.versions.get(id) ?? [], seq).at(-1)?.meet;
  if (meet === undefined) return undefined;
  const athletes = new Map(meet.athletes.map((athlete) => [athlete.id, athlete]));
  const general = generalOf(upTo(loose.decisions, seq));
  return { seq, setting: { meet, athletes, general }, own: (race) => upTo(factsOf(meets, race), seq) };
}

/** Hangs the doors of races then, each after those of the races it is filled from. */
function hanger({ setting, own }: Moment): (doc: RaceDoc) => Hung {
  const feeding = feedersIn(setting.meet);
  const known = new Map<string, Hung>();
  const hungOf = (doc: RaceDoc): Hung => {
    const feeders = () => feeding.get(doc.id)?.map((feeder) => hungOf(feeder).said);
    const hung = known.get(doc.id) ?? hang(doc, setting, own(doc.id), feeders());
    known.set(doc.id, hung);
    return hung;
  };
  return hungOf;
}

/** The doors of those races that could have claimed a reading of this one, in the order of the programme. */
function rivals(race: string, { setting, own }: Moment, hungOf: (doc: RaceDoc) => Hung): readonly Door[] {
  const { meet, general } = setting;
  const windows = meet.races.map(({ id }) => windowsAlone(general, own(id)));
  const mine = windows[meet.races.findIndex(({ id }) => id === race)] ?? [];
  // Where clocks were compared for one race alone, instants of two races are not comparable as they stand.
  const hasClock = (id: string) => own(id).some(({ kind }) => kind === 'sync');
  return meet.races
    .filter(({ id }, i) => id === race || hasClock(id) || hasClock(race) || overlap(mine, windows[i] ?? []))
    .map((doc) => hungOf(doc).door);
}

/** Those of the loose facts up to `seq` that can bear on a race behind this door; the others need no second look. */
function near({ all, decisions }: Loose, seq: number, { windows, offsets }: Door): Fact[] {
  const amended = new Set(decisions.flatMap((fact) => (fact.kind === 'amend' ? [fact.target] : [])));
  return all.filter((fact) => {
    if (fact.seq > seq) return false;
    if (fact.kind !== 'passing' || amended.has(fact.id)) return true;
    const shift = offsets.get(fact.source) ?? 0;
    return windows.some(({ fromUs, toUs }) => fact.at >= fromUs + shift && fact.at < toUs + shift);
  });
}

/** What was signed holds since: nothing that could take it back, or put another in its place, was decided until `seq`. */
function heldSince(signed: SignedRace, own: readonly Fact[], seq: number): boolean {
  const { fact } = signed;
  return fact.seq <= seq && own.every((one) => one.seq <= fact.seq || one.seq > seq || !unsigning.has(one.kind));
}

const unsigning: ReadonlySet<FactKind> = new Set(['official', 'reopen', 'retract', 'restore']);

/** A race as it was shown when the journal had come to `seq`: by its own signature, where it had one. */
function shownAt(past: Past, race: string, seq: number, known: Map<string, Race | undefined>): Race | undefined {
  const key = `${race} ${seq}`;
  if (known.has(key)) return known.get(key);
  const signed = past.frozen(race);
  if (signed !== undefined && heldSince(signed, factsOf(past.meets, race), seq)) return signed.race;
  const input = inputThen(past, race, seq, known);
  const shown =
    input && stateOf(input, computed(input).race, (then) => inputThen(past, race, then, known) ?? input).shown;
  known.set(key, shown);
  return shown;
}

function inputThen(past: Past, race: string, seq: number, known: Map<string, Race | undefined>): RaceInput | undefined {
  const moment = momentOf(past, seq);
  if (moment === undefined) return undefined;
  const { meet, athletes, general } = moment.setting;
  const doc = meet.races.find(({ id }) => id === race);
  const event = meet.events.find(({ id }) => id === doc?.event);
  if (doc === undefined || event === undefined) return undefined;
  const hungOf = hanger(moment);
  const { door, said, feeders } = hungOf(doc);
  const bound = bind(near(past.loose, seq, door), rivals(race, moment, hungOf)).facts.get(race) ?? [];
  const facts = merged(general, moment.own(race), bound);
  if (feeders === undefined) return { doc, event, athletes, roster: door.roster, facts };
  const docs = meet.races.filter((other) => other.event === event.id);
  const races = feeders.flatMap((feeder) => shownAt(past, feeder.race, seq, known) ?? []);
  return {
    doc,
    event,
    athletes,
    roster: filledOf(undefined, { doc, event, docs, said, races, athletes }).roster,
    facts,
  };
}

/** What the race was computed from when the journal had come to `seq`. */
export function inputAt(past: Past, race: string, seq: number): RaceInput | undefined {
  return inputThen(past, race, seq, new Map());
}
