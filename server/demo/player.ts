// Plays the races of the demo through the HTTP door, one after the other and for ever. It keeps nothing: where it was, it
// reads from the server, so a run that was killed goes on.
import type { Meet, RaceDoc } from '../../shared/meet.ts';
import { type Door, DoorRefusal } from '../door/door.ts';
import { storeMeet } from '../door/store-meet.ts';
import type { Wall } from '../door/wall.ts';
import { anklesOf, demoMeet, listed, meetId, raceId, racesIn, runOf, schedule } from './meet.ts';
import { armLeadUs } from './officials.ts';
import { type DemoMeet, type DemoRace, resultPauseUs } from './programme.ts';
import { dated, type Script } from './script.ts';

/** Facts in one request: a race that is resumed sends all it missed, some hundred at once. */
const batchMax = 500;
/** Nobody sleeps longer than this at once, so that a laptop that was shut catches up soon after it is opened. */
const napMs = 1_000;

export interface PlayerOptions {
  readonly door: Door;
  readonly wall: Wall;
  readonly signal: AbortSignal;
  readonly demo: DemoMeet;
  /** Which races a run consists of. */
  readonly races: readonly DemoRace[];
  /** How many times faster than it was skated. */
  readonly speed: number;
  /** A race is about to be called up, or goes on. */
  readonly onRace?: (doc: RaceDoc, race: DemoRace, goesOn: boolean) => void;
}

/** One run of the programme, with the newest document of its meet. */
interface Run {
  readonly number: number;
  meet: Meet;
}

function isOver(status: string | undefined): boolean {
  return status === 'official' || status === 'cancelled';
}

async function sleepUntil(instantUs: number, { wall, signal }: PlayerOptions): Promise<void> {
  for (let leftUs = instantUs - wall.nowUs(); leftUs > 0; leftUs = instantUs - wall.nowUs()) {
    await wall.sleep(Math.min(Math.ceil(leftUs / 1000), napMs), signal);
  }
}

/** Sends every step when it is due; what is overdue goes at once. Sending again what was sent before changes nothing. */
async function playRace(
  script: Script,
  { id, scheduledAt = 0, clockRate = 1 }: RaceDoc,
  options: PlayerOptions,
): Promise<void> {
  const { door, wall } = options;
  const dueUs = (index: number) => scheduledAt + Math.round((script[index]?.dueUs ?? 0) / clockRate);
  for (let sent = 0; sent < script.length; ) {
    await sleepUntil(dueUs(sent), options);
    let end = sent + 1;
    while (end < script.length && end - sent < batchMax && dueUs(end) <= wall.nowUs()) end++;
    const batch = script.slice(sent, end);
    await door.post(batch.map((step, index) => dated(step, `${id}.${sent + index + 1}`, scheduledAt, clockRate)));
    sent = end;
  }
}

function docOf({ meet, number }: Run, race: DemoRace, demo: DemoMeet): RaceDoc | undefined {
  return meet.races.find(({ id }) => id === raceId(number, race, demo));
}

/** The race as it is to be played: where its hour is past, or another speed is wanted, it and all later ones move. */
async function planned(
  run: Run,
  race: DemoRace,
  earliestUs: number,
  options: PlayerOptions,
): Promise<RaceDoc | undefined> {
  const { door, demo, races, speed } = options;
  const doc = docOf(run, race, demo);
  if (doc !== undefined && (doc.clockRate ?? 1) === speed && (doc.scheduledAt ?? 0) >= earliestUs) return doc;
  const slot = { run: run.number, from: race, zeroUs: earliestUs + Math.ceil(armLeadUs / speed), speed };
  run.meet = await storeMeet(door, run.meet.id, (newest) => schedule(newest ?? run.meet, races, slot, demo));
  return docOf(run, race, demo);
}

/** Plays what is left of a run; gives the instant from which on the next one may begin. */
async function playRun(run: Run, startUs: number, options: PlayerOptions): Promise<number> {
  const { door, wall, demo, races, speed, onRace } = options;
  let earliestUs = startUs;
  for (const race of races) {
    const status = await door.raceStatus(raceId(run.number, race, demo));
    if (isOver(status)) continue;
    const goesOn = status !== undefined && status !== 'scheduled';
    const doc = goesOn ? docOf(run, race, demo) : await planned(run, race, earliestUs, options);
    if (doc === undefined) continue;
    if (race.listed === 'called' && doc.entries.length === 0) {
      run.meet = await storeMeet(door, run.meet.id, (newest) => listed(newest ?? run.meet, run.number, race, demo));
    }
    onRace?.(doc, race, goesOn);
    await playRace(race.script(doc.id, anklesOf(run.number, race, demo)), doc, options);
    earliestUs = wall.nowUs() + Math.round(resultPauseUs / speed);
  }
  return earliestUs;
}

/** Ends a run that cannot be gone on with: what is not over is called off. */
async function callOff(run: Run, { door, demo }: PlayerOptions): Promise<void> {
  const off = new Set<string>();
  for (const race of racesIn(run.meet, run.number, demo)) {
    const id = raceId(run.number, race, demo);
    if (!isOver(await door.raceStatus(id))) off.add(id);
  }
  const called = (race: RaceDoc) => (off.has(race.id) ? { ...race, cancelled: true } : race);
  if (off.size === 0) return;
  await storeMeet(door, run.meet.id, (newest = run.meet) => ({ ...newest, races: newest.races.map(called) }));
}

/** Goes on with the newest run on the server where it is of the same races; else, or where it is refused, calls it off. */
async function resume(number: number, options: PlayerOptions): Promise<number> {
  const { door, wall, demo, races } = options;
  const found = await door.meet(meetId(number, demo));
  if (found === undefined) return wall.nowUs();
  const run: Run = { number, meet: found.meet };
  const held = racesIn(run.meet, number, demo).length;
  const isSame = races.length === held && races.every((race) => docOf(run, race, demo));
  try {
    if (isSame) return await playRun(run, wall.nowUs(), options);
  } catch (error) {
    // 409: another version of the demo made this run, and its facts were not the same.
    if (!(error instanceof DoorRefusal && error.status === 409)) throw error;
  }
  await callOff(run, options);
  return wall.nowUs();
}

/** Plays until `signal` is aborted; rejects with the AbortError then, or with a {@link DoorRefusal}. */
export async function play(options: PlayerOptions): Promise<never> {
  const { demo, races } = options;
  const runs = (await options.door.meets()).map((id) => runOf(id, demo) ?? 0);
  const newest = Math.max(0, ...runs);
  let earliestUs = newest === 0 ? options.wall.nowUs() : await resume(newest, options);
  for (let number = newest + 1; ; number++) {
    earliestUs = await playRun({ number, meet: demoMeet(number, races, demo) }, earliestUs, options);
  }
}
