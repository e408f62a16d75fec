// The on-air ledger at work: asks again and again what the outputs say they show, remembers what that claims, and tells on
// topic `aired` what of it is not so any more. Knows nothing of HTTP.
import type { AiredAlert, AiredState, OutputsState } from '../shared/aired.ts';
import type { Board } from '../shared/board.ts';
import type { EventState, Now } from '../shared/meet-state.ts';
import type { Graphic, OnAirState, Take } from '../shared/on-air.ts';
import type { Shown } from './engine/aired/figures.ts';
import {
  type Airing,
  aired,
  alertOf,
  keyOf,
  type Ledger,
  pruned,
  rememberedUs,
  stillOn,
} from './engine/aired/ledger.ts';
import { reuse } from './engine/reuse.ts';
import type { Followed } from './hub/channel.ts';
import type { Hub } from './hub/hub.ts';
import { showsOf } from './hub/shows.ts';
import { AiredKeeper } from './journal/aired-keeper.ts';
import type { AiredStore, KeptAiring } from './journal/aired-store.ts';

/** Screens say once a second what they show: none of it is missed. What was on for less than that may go unseen. */
export const lookEveryMs = 500;

/** Browsers that show outputs; who opens more is a viewer, whose picture nobody has to answer for. */
export const browsersMost = 50;

const airTopic = /^air\/(.+)$/;

type LedgerHub = Pick<Hub, 'get' | 'at' | 'put' | 'following' | 'topics'>;

export interface AirWatchOptions {
  readonly hub: LedgerHub;
  readonly nowUs: () => number;
  readonly store: Pick<AiredStore, 'read' | 'write'>;
  /** What was aired cannot be kept; told once until it can be again. */
  readonly trouble: (error: unknown) => void;
}

export class AirWatch {
  readonly #hub: LedgerHub;
  readonly #nowUs: () => number;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #seen = new Map<string, number>();
  readonly #keeper: AiredKeeper;
  /** By key, what was seen and what was compared last. */
  readonly #shown = new Map<string, Shown & { readonly take: Take }>();
  readonly #compared = new Map<string, Shown & Pick<Airing, 'figures'>>();
  #ledger: Ledger;
  #alerts: AiredState['alerts'];

  constructor({ hub, nowUs, store, trouble }: AirWatchOptions) {
    this.#hub = hub;
    this.#nowUs = nowUs;
    const kept = store.read();
    this.#keeper = new AiredKeeper(store, kept, trouble);
    this.#ledger = new Map([...kept].map(([key, { airing }]) => [key, airing]));
    this.#alerts = Object.fromEntries([...kept].flatMap(([key, { alert }]) => (alert ? [[key, alert]] : [])));
    hub.put({ changed: new Map([['aired', this.#state()]]) }, 0);
    this.#timer = setInterval(() => {
      this.look();
      this.keep();
    }, lookEveryMs);
    this.#timer.unref();
  }

  /** The state of topic `outputs`, or undefined for another topic. */
  make(topic: string): OutputsState | undefined {
    return topic === 'outputs' ? this.list() : undefined;
  }

  /** Every output that was told something, that somebody shows, or showed since the server started. */
  list(): OutputsState {
    const nowUs = this.#nowUs();
    const outputs: OutputsState['outputs'] = {};
    const of = (output: string) =>
      (outputs[output] ??= { graphics: this.#graphicsOf(output), connected: 0, shows: {} });
    for (const topic of this.#hub.topics()) {
      const output = airTopic.exec(topic)?.[1];
      if (output !== undefined) of(output);
    }
    for (const { output, topics } of this.#watching()) {
      const known = of(output);
      outputs[output] = {
        ...known,
        connected: known.connected + 1,
        shows: { ...known.shows, ...showsOf(topics, nowUs) },
      };
      this.#seen.set(output, nowUs);
    }
    for (const [output, seenUs] of this.#seen) outputs[output] = { ...of(output), seenUs };
    return { outputs };
  }

  /** Takes in what the outputs say they show, and tells what is not so any more. */
  look(): void {
    const watching = this.#watching();
    if (watching.length === 0 && this.#ledger.size === 0) return;
    const nowUs = this.#nowUs();
    const told = this.#alerts;
    this.#ledger = pruned(this.#ledger, told, nowUs);
    for (const known of [this.#shown, this.#compared])
      for (const key of known.keys()) if (!this.#ledger.has(key)) known.delete(key);
    // What was on at the last look is compared before what is on now takes its place.
    this.#alerts = this.#compare(nowUs);
    for (const { output, topics } of watching) this.#take(output, topics, nowUs);
    this.#alerts = this.#compare(nowUs);
    if (this.#alerts !== told) this.#hub.put({ changed: new Map([['aired', this.#state()]]) });
  }

  /** So that a restart knows what was aired. */
  keep(): void {
    this.#keeper.keep(this.#toKeep());
  }

  /** Ends the looking, and keeps what was aired until now. */
  stop(): void {
    clearInterval(this.#timer);
    this.#keeper.keepAll(this.#toKeep());
  }

  #toKeep(): ReadonlyMap<string, KeptAiring> {
    const keptOf = (key: string, airing: Airing): KeptAiring => {
      const alert = this.#alerts[key];
      return alert === undefined ? { airing } : { airing, alert };
    };
    return new Map([...this.#ledger].map(([key, airing]) => [key, keptOf(key, airing)]));
  }

  /** Those who show an output. A rundown looks on too, and lists the outputs besides. */
  #watching(): readonly { readonly output: string; readonly topics: readonly Followed[] }[] {
    return this.#hub.following(airTopic, browsersMost).flatMap(({ topics }) => {
      const output = topics.map(({ topic }) => airTopic.exec(topic)?.[1]).find((one) => one !== undefined);
      return output === undefined || topics.some(({ topic }) => topic === 'outputs') ? [] : [{ output, topics }];
    });
  }

  #take(output: string, topics: readonly Followed[], nowUs: number): void {
    // Who never says what he shows is taken to show the newest.
    const shown = <T>(topic: string): T | undefined => {
      const followed = topics.find((one) => one.topic === topic);
      return followed && (this.#hub.at(topic, followed.shown ?? followed.newest) as T | undefined);
    };
    const now = shown<Now>('now');
    for (const take of Object.values(shown<OnAirState>(`air/${output}`)?.graphics ?? {})) {
      const race = take.race ?? now?.race ?? now?.onIce.at(-1);
      const board = race === undefined ? undefined : this.#boardOf(take, race, shown);
      if (board === undefined) continue;
      const event = shown<EventState>(`event/${board.race.event}`);
      const key = keyOf(output, take.graphic, board.race.id);
      const before = this.#shown.get(key);
      const isSame = before?.take === take && before.board === board && before.event === event;
      if (!isSame) this.#shown.set(key, { take, board, event });
      this.#ledger = isSame
        ? stillOn(this.#ledger, key, nowUs)
        : aired(this.#ledger, output, take, { board, event }, nowUs);
    }
  }

  /** A latched graphic follows no board: it is on, whatever is. */
  #boardOf(take: Take, race: string, shown: <T>(topic: string) => T | undefined): Board | undefined {
    const topic = `race/${race}`;
    return take.latched === undefined ? shown<Board>(topic) : (this.#hub.get(topic)?.state as Board | undefined);
  }

  #compare(nowUs: number): AiredState['alerts'] {
    const alerts: Record<string, AiredAlert> = {};
    for (const [key, airing] of this.#ledger) {
      const board = this.#hub.get(`race/${airing.race}`)?.state as Board | undefined;
      if (board === undefined) continue;
      const event = this.#hub.get(`event/${board.race.event}`)?.state as EventState | undefined;
      const alert = this.#alertOf(key, airing, { board, event }, nowUs);
      if (alert !== undefined)
        alerts[key] = this.#isCaptioned(key, airing.output) ? { ...alert, captioned: true } : alert;
    }
    return reuse(this.#alerts, alerts);
  }

  /** Nothing is compared again while neither what was aired nor what is has changed. */
  #alertOf(key: string, airing: Airing, { board, event }: Shown, nowUs: number): AiredAlert | undefined {
    const before = this.#compared.get(key);
    const isSame = before?.figures === airing.figures && before.board === board && before.event === event;
    const alert = this.#alerts[key];
    if (isSame && (alert === undefined || nowUs - alert.at <= rememberedUs)) return alert;
    this.#compared.set(key, { figures: airing.figures, board, event });
    return alertOf(airing, alert, { board, event }, nowUs);
  }

  #isCaptioned(key: string, output: string): boolean {
    return this.#onAir(output).caption?.alert === key;
  }

  #graphicsOf(output: string): Graphic[] {
    return Object.values(this.#onAir(output)).map(({ graphic }) => graphic);
  }

  #onAir(output: string): OnAirState['graphics'] {
    return (this.#hub.get(`air/${output}`)?.state as OnAirState | undefined)?.graphics ?? {};
  }

  #state(): AiredState {
    return { alerts: this.#alerts };
  }
}
