// A recording replayed run by run: goes on with the run a server has, or begins one; backwards is a new run.
import type { Door } from '../door/door.ts';
import { storeMeet } from '../door/store-meet.ts';
import type { Wall } from '../door/wall.ts';
import { doorSink } from '../ingest/door-sink.ts';
import { feed } from '../ingest/feed.ts';
import type { Refusal } from '../ingest/port.ts';
import { readRecording } from '../ingest/read-recording.ts';
import { type Anchor, RecordedPlayer } from '../ingest/recorded-player.ts';
import { recordedUs } from '../ingest/recorded-time.ts';
import { redated } from '../ingest/redate.ts';
import { anchorIn, calledOff, isAtSpeed, newestRun, plannedIn, prefixOf } from '../ingest/replay-run.ts';
import { type CallUp, callUpIn } from '../ingest/vantage/call-ups.ts';
import { vantage } from '../ingest/vantage.ts';
import type { Keys } from './replay-keys.ts';

export interface RecordingOptions {
  readonly file: string;
  readonly speed: number | 'max';
  readonly keepDates?: boolean;
  readonly new?: boolean;
  readonly door: Door;
  readonly wall: Wall;
  readonly signal: AbortSignal;
  readonly onRefused: (refusal: Refusal, line: number) => void;
  readonly say: (line: string) => void;
}

interface Contents {
  readonly firstUs: number;
  readonly callUps: readonly CallUp[];
}

const usPerSecond = 1_000_000;

export class RecordingReplay implements Keys {
  readonly #options: RecordingOptions;
  #player: RecordedPlayer | undefined;
  /** Where the next run is to begin, once the one that is on is given up. */
  #backToUs: number | undefined;
  #giveUp = new AbortController();

  constructor(options: RecordingOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.#giveUp.abort(), { once: true });
  }

  space(): void {
    const player = this.#player;
    if (player === undefined) return;
    if (player.isHeld) player.goOn();
    else player.hold();
    this.#sayWhere(player);
  }

  move(seconds: number): void {
    const player = this.#player;
    if (player === undefined) return;
    if (seconds >= 0) {
      player.skip(seconds * usPerSecond);
      this.#sayWhere(player);
    } else if (this.#options.keepDates !== true) {
      this.#backToUs = player.positionUs + seconds * usPerSecond;
      this.#giveUp.abort();
    }
  }

  /** Plays to the end of the recording; rejects where the file cannot be read, or with what the door says. */
  async play(): Promise<void> {
    const { keepDates, say, signal } = this.#options;
    const contents = await this.#contents();
    if (keepDates === true) await this.#playRun('', undefined, new Map());
    else {
      let run = await this.#firstRun(contents);
      await this.#goOn(run, contents);
      while (this.#backToUs !== undefined && !signal.aborted) {
        await this.#callOff(run, contents);
        run += 1;
        const anchor = { recordedUs: Math.max(this.#backToUs, contents.firstUs), wallUs: this.#options.wall.nowUs() };
        this.#backToUs = undefined;
        this.#giveUp = new AbortController();
        await this.#playRun(prefixOf(run), anchor, new Map());
      }
    }
    if (!signal.aborted) say('end      of the recording; the server stays up');
  }

  async #contents(): Promise<Contents> {
    const callUps: CallUp[] = [];
    let firstUs: number | undefined;
    for await (const { text } of readRecording(this.#options.file)) {
      firstUs ??= recordedUs(text);
      const callUp = callUpIn(text);
      if (callUp !== undefined) callUps.push(callUp);
    }
    return { firstUs: firstUs ?? 0, callUps };
  }

  #meetsOf(run: number, { callUps }: Contents): readonly string[] {
    return [...new Set(callUps.map(({ competition }) => `${prefixOf(run)}${competition}`))];
  }

  /** The newest run where it can be gone on with, else one more. */
  async #firstRun(contents: Contents): Promise<number> {
    const { door, speed } = this.#options;
    const competitions = new Set(contents.callUps.map(({ competition }) => competition));
    const newest = newestRun(await door.meets(), competitions);
    if (newest === 0) return 1;
    const found = await Promise.all(this.#meetsOf(newest, contents).map((id) => door.meet(id)));
    const same = found.every((one) => one === undefined || isAtSpeed(one.meet, speed === 'max' ? 1 : speed));
    if (same && this.#options.new !== true) return newest;
    await this.#callOff(newest, contents);
    return newest + 1;
  }

  async #goOn(run: number, contents: Contents): Promise<void> {
    const prefix = prefixOf(run);
    const found = await Promise.all(this.#meetsOf(run, contents).map((id) => this.#options.door.meet(id)));
    const planned = new Map(found.flatMap((one) => [...plannedIn(one?.meet)]));
    await this.#playRun(prefix, anchorIn(planned, contents.callUps, prefix), planned);
  }

  async #playRun(prefix: string, anchor: Anchor | undefined, planned: ReadonlyMap<string, number>): Promise<void> {
    const { file, speed, keepDates, door, wall, onRefused, say } = this.#options;
    const player = new RecordedPlayer({ lines: readRecording(file), wall, speed, ...(anchor && { anchor }) });
    this.#player = player;
    say(`replay   ${file}${prefix === '' ? '' : `, run ${prefix.slice(1, -1)}`}, ${rateOf(speed)}`);
    const inner = vantage({ prefix, ...(prefix !== '' && { label: `replay ${prefix.slice(1, -1)}` }) });
    const rest = { sink: doorSink(door), nowUs: () => wall.nowUs(), onRefused };
    const chunks = player.chunks(this.#giveUp.signal);
    if (keepDates === true) await feed(chunks, { translator: inner, ...rest });
    else {
      const rate = speed === 'max' ? 1 : speed;
      await feed(chunks, { translator: redated(inner, { speed: rate, planned }), ...rest });
    }
  }

  async #callOff(run: number, contents: Contents): Promise<void> {
    const { door } = this.#options;
    for (const id of this.#meetsOf(run, contents)) {
      const races = (await door.meet(id))?.meet.races ?? [];
      const statuses = new Map<string, string>();
      for (const race of races) statuses.set(race.id, (await door.raceStatus(race.id)) ?? 'scheduled');
      if (races.length > 0) await storeMeet(door, id, (meet) => calledOff(meet ?? never(id), statuses));
    }
  }

  #sayWhere(player: RecordedPlayer): void {
    const at = new Date(player.positionUs / 1000).toISOString().slice(11, 19);
    this.#options.say(`at       ${at} UTC of the recording${player.isHeld ? ', held' : ''}`);
  }
}

function rateOf(speed: number | 'max'): string {
  if (speed === 'max') return 'as fast as can be';
  return speed === 1 ? 'at its own pace' : `${speed} times faster`;
}

function never(id: string): never {
  throw new Error(`meet ${id} went away`);
}
