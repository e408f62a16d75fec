// What is on air between the store that keeps it and the hub that tells it: topics `air/<output>`, put there like boards,
// so that a delayed output shows a take as late as its boards. Knows nothing of HTTP.
import { type OnAirAction, type OnAirState, type Slot, slotOf, type Take } from '../shared/on-air.ts';
import type { Hub } from './hub/hub.ts';
import type { AirMoment, AirStore } from './journal/air-store.ts';
import type { BoardSink } from './pipeline.ts';

/** Outputs that were told something; one more is refused. A truck has a few. */
export const outputsMax = 20;

/** There from the start, so that it can be followed at any delay before the first take. */
const mainOutput = 'main';

const airTopic = /^air\/(.+)$/;

/** A whole page stands where these do. */
const underFull: readonly Slot[] = ['side', 'low', 'right'];

export class Outputs {
  readonly #store: Pick<AirStore, 'add'>;
  readonly #hub: Pick<Hub, 'put'>;
  readonly #nowUs: () => number;
  readonly #states = new Map<string, OnAirState>();
  /** What was taken before the start and is not put yet, oldest first. */
  readonly #past: AirMoment[];

  constructor(store: Pick<AirStore, 'read' | 'add'>, hub: Pick<Hub, 'put'>, nowUs: () => number) {
    this.#store = store;
    this.#hub = hub;
    this.#nowUs = nowUs;
    this.#past = [...store.read()];
    if (this.#past.every(({ state }) => state.output !== mainOutput)) {
      this.#past.unshift({ atUs: 0, state: { output: mainOutput, graphics: {} } });
    }
  }

  /** Puts what was taken up to an instant of the past: boards and takes are put in the order in which they came. */
  upTo(atUs: number): void {
    for (let [next] = this.#past; next !== undefined && next.atUs <= atUs; [next] = this.#past) {
      this.#past.shift();
      this.#put(next);
    }
  }

  /** A sink of boards that puts, before each of the past, what was taken before it. */
  before(sink: BoardSink): BoardSink {
    return {
      put: (changes, atUs) => {
        if (atUs !== undefined) this.upTo(atUs);
        sink.put(changes, atUs);
      },
      refresh: () => sink.refresh(),
    };
  }

  /** The state of topic `air/<output>`, also of an output nobody has told anything. */
  make(topic: string): OnAirState | undefined {
    const output = airTopic.exec(topic)?.[1];
    return output === undefined ? undefined : this.of(output);
  }

  of(output: string): OnAirState {
    return this.#states.get(output) ?? { output, graphics: {} };
  }

  /** Does what an operator asks, from now on and across restarts; undefined where there are as many outputs as can be. */
  act(output: string, action: OnAirAction): OnAirState | undefined {
    if (!this.#states.has(output) && this.#states.size >= outputsMax) return undefined;
    const atUs = this.#nowUs();
    const before = this.of(output).graphics;
    const graphics = 'take' in action ? taken(before, action.take, atUs) : without(before, action.out);
    const moment = { atUs, state: { output, graphics } };
    this.#store.add(moment);
    this.#put(moment);
    return moment.state;
  }

  #put({ atUs, state }: AirMoment): void {
    this.#states.set(state.output, state);
    this.#hub.put({ changed: new Map([[`air/${state.output}`, state]]) }, atUs);
  }
}

type Graphics = OnAirState['graphics'];

function taken(before: Graphics, take: Take, takenUs: number): Graphics {
  const slot = slotOf[take.graphic];
  const gone: readonly string[] = slot === 'full' ? underFull : underFull.includes(slot) ? ['full'] : [];
  const rest = Object.entries(before).filter(([other]) => !gone.includes(other));
  const same = before[slot];
  // Latched or let go, it is the same graphic that stays on.
  const sinceUs = same !== undefined && isSame(same, take) ? same.takenUs : takenUs;
  return { ...Object.fromEntries(rest), [slot]: { ...take, takenUs: sinceUs } };
}

function isSame(a: Take, b: Take): boolean {
  return a.graphic === b.graphic && a.race === b.race && a.entry === b.entry && a.sprint === b.sprint;
}

function without(before: Graphics, out: Take['graphic'] | 'all'): Graphics {
  return Object.fromEntries(Object.entries(before).filter(([, { graphic }]) => out !== 'all' && graphic !== out));
}
