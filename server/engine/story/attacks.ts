// Who gets away, by how much, who joins them and when they are caught (F24, G2), lap by lap from who came by when.
// A mass start rides its first lap neutral (M9): nobody attacks there.
import { memo } from '../memo.ts';
import { type Said, said } from './moment.ts';
import type { Crosser, Picture } from './pictures.ts';

export interface AttackRules {
  readonly leadUs: number;
  readonly groupGapUs: number;
  readonly neutralLaps: number;
  /** Who started. */
  readonly starters: number;
}

/** Those in front of the rest, who are known once the first of the rest has come. */
interface Front {
  readonly members: readonly Crosser[];
  readonly rest: Crosser;
  /** From the first of the group to the first behind it, as on the board. */
  readonly leadUs: number;
}

/** Who is away as last told. */
interface Away {
  readonly entries: readonly string[];
  readonly leadUs: number;
}

/**
 * Those in front at a point. `together` where they are more than half of the race, unless that is who was away before, of
 * a race that has become smaller; undefined while nobody can know.
 */
function frontOf(
  { crossers }: Picture,
  racing: number,
  groupGapUs: number,
  away: Away | undefined,
): Front | 'together' | undefined {
  const next = crossers.findIndex(({ timeUs }, i) => {
    const ahead = crossers[i - 1];
    return ahead !== undefined && timeUs - ahead.timeUs >= groupGapUs;
  });
  const members = next === -1 ? crossers : crossers.slice(0, next);
  const isStillAway = away !== undefined && members.every(({ entry }) => away.entries.includes(entry));
  if (2 * members.length > racing && !isStillAway) return 'together';
  const [first, rest] = [members[0], crossers[next]];
  if (first === undefined || rest === undefined) return undefined;
  return { members, rest, leadUs: rest.timeUs - first.timeUs };
}

/** One more lap of those who are away. */
function further(away: Away, { members, rest, leadUs }: Front, { point: { key, lap = 0 } }: Picture): [Away, Said[]] {
  const entries = members.map(({ entry }) => entry);
  const joined = entries.filter((entry) => !away.entries.includes(entry));
  if (joined.length > 0) {
    const moment = said(`joined-${key}`, rest.instantUs, 'joined', { lap, leadUs, size: entries.length }, joined);
    return [{ entries, leadUs }, [moment]];
  }
  if (leadUs < 2 * away.leadUs && 2 * leadUs > away.leadUs) return [{ entries, leadUs: away.leadUs }, []];
  const code = leadUs > away.leadUs ? 'leadGrows' : 'leadShrinks';
  const values = { lap, leadUs, wasUs: away.leadUs, size: entries.length };
  return [{ entries, leadUs }, [said(`lead-${key}`, rest.instantUs, code, values, entries)]];
}

/** One lap further: who is away then, and what is told of it. */
function step(
  away: Away | undefined,
  front: Front | 'together',
  picture: Picture,
  leadFromUs: number,
): [Away | undefined, Said[]] {
  const { key, lap = 0 } = picture.point;
  if (front === 'together') {
    // Whoever was away has the bunch with him again when its first skater comes by.
    const catcher = picture.crossers.find(({ entry }) => !away?.entries.includes(entry));
    if (away === undefined || catcher === undefined) return [away, []];
    return [undefined, [said(`caught-${key}`, catcher.instantUs, 'caught', { lap }, away.entries)]];
  }
  const { members, leadUs, rest } = front;
  const entries = members.map(({ entry }) => entry);
  const isNew = away === undefined || !away.entries.some((entry) => entries.includes(entry));
  const isFewer = away?.entries.some((entry) => !entries.includes(entry)) === true;
  if (away !== undefined && !isNew && !isFewer) return further(away, front, picture);
  if (leadUs < leadFromUs) return [isNew ? away : { ...away, entries }, []];
  const attack = said(`attack-${key}`, rest.instantUs, 'attack', { lap, leadUs, size: entries.length }, entries);
  return [{ entries, leadUs }, [attack]];
}

interface Told {
  readonly away: Away | undefined;
  /** Who came by at the picture before. */
  readonly racing: number;
  readonly told: readonly Said[];
}

/** Remembered by the picture and what was told before it: most pictures are of laps that nothing changes any more. */
const after = memo((picture: Picture, before: Told, rules: AttackRules): Told => {
  const { away, told } = before;
  const front = frontOf(picture, before.racing, rules.groupGapUs, away);
  const racing = picture.crossers.length;
  if (front === undefined || (picture.point.lap ?? 0) <= rules.neutralLaps) return { away, racing, told };
  const [next, moments] = step(away, front, picture, rules.leadUs);
  return { away: next, racing, told: moments.length === 0 ? told : [...told, ...moments] };
});

const nothingTold = memo(({ starters }: AttackRules): Told => ({ away: undefined, racing: starters, told: [] }));

/** The attacks of a race in groups; `pictures` are those at which a lap ends before the finish. */
export function attacksOf(pictures: readonly Picture[], rules: AttackRules): readonly Said[] {
  return pictures.reduce((told, picture) => after(picture, told, rules), nothingTold(rules)).told;
}
