// Named screens between the store of their settings and the hub that tells them: what each is told to show, and what it
// says it shows. Knows nothing of HTTP.
import { type ScreenSettings, type ScreenState, type ScreensState, screenSettingsSchema } from '../shared/screen.ts';
import type { Hub } from './hub/hub.ts';
import { showsOf } from './hub/shows.ts';
import type { ScreenStore } from './journal/screen-store.ts';

/** How often the list of screens is looked at again while somebody watches it. */
const lookEveryMs = 1000;

const screenTopic = /^screen\/(.+)$/;

/** What a screen nobody has told anything shows. */
const untold: ScreenSettings = screenSettingsSchema.parse({});

export class Screens {
  readonly #store: Pick<ScreenStore, 'all' | 'put' | 'remove'>;
  readonly #hub: Pick<Hub, 'refresh' | 'following' | 'remakes'>;
  readonly #nowUs: () => number;
  readonly #seen = new Map<string, number>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(
    store: Pick<ScreenStore, 'all' | 'put' | 'remove'>,
    hub: Pick<Hub, 'refresh' | 'following' | 'remakes'>,
    nowUs: () => number,
  ) {
    this.#store = store;
    this.#hub = hub;
    this.#nowUs = nowUs;
    this.#timer = setInterval(() => {
      if (hub.remakes) hub.refresh();
    }, lookEveryMs);
    this.#timer.unref();
  }

  /** The state of topic `screen/<name>` or `screens`, or undefined for another topic. */
  make(topic: string): ScreenState | ScreensState | undefined {
    const name = screenTopic.exec(topic)?.[1];
    if (name !== undefined) return { name, settings: this.#store.all().get(name) ?? untold };
    return topic === 'screens' ? this.list() : undefined;
  }

  /** Every screen that has settings, is connected, or was since the server started. */
  list(): ScreensState {
    const screens: ScreensState['screens'] = {};
    const nowUs = this.#nowUs();
    for (const [name, settings] of this.#store.all()) screens[name] = { settings, connected: 0, shows: {} };
    for (const { topics } of this.#hub.following(screenTopic)) {
      const name = topics.map(({ topic }) => screenTopic.exec(topic)?.[1]).find((one) => one !== undefined);
      if (name === undefined) continue;
      const known = screens[name] ?? { settings: untold, connected: 0, shows: {} };
      const shows = { ...known.shows, ...showsOf(topics, nowUs) };
      screens[name] = { ...known, shows, connected: known.connected + 1 };
      this.#seen.set(name, nowUs);
    }
    for (const [name, seenUs] of this.#seen) {
      screens[name] = { ...(screens[name] ?? { settings: untold, connected: 0, shows: {} }), seenUs };
    }
    return { screens };
  }

  /** Tells a screen what to show; false where there are as many screens as can be. */
  tell(name: string, settings: ScreenSettings): boolean {
    const told = this.#store.put(name, settings);
    if (told) this.#hub.refresh();
    return told;
  }

  /** A screen of this name is told nothing any more; false where it was not. */
  forget(name: string): boolean {
    this.#seen.delete(name);
    const known = this.#store.remove(name);
    this.#hub.refresh();
    return known;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
