// <arena-page>: follows a race, or whatever is on, and shows the picture for it. The only element that knows topics.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { EventState, MeetState, Now } from '../../shared/meet-state.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import { FrameElement } from '../kit/frame-element.ts';
import { language, speak } from '../kit/language.ts';
import { PageTurner } from '../kit/page-turner.ts';
import type { Shape } from '../kit/shape.ts';
import type { Source } from '../kit/source.ts';
import { TopicSlot } from '../kit/topic-slot.ts';
import type { Watchable } from '../kit/value.ts';
import type { Picture } from './between.ts';
import { isOver, type Scene, type Stage, sceneOf } from './scene.ts';
import type { View } from './views.ts';
import { isTold, type Told, wantedBy } from './wanted.ts';

import '../kit/connection-badge.ts';
import './classification-list.ts';
import './ice-order.ts';
import './pair-duel.ts';
import './race-tower.ts';
import './result-sheet.ts';
import './start-list.ts';

/** More turns than there are in a century: they are counted, not turned through. */
const turnsMost = 1e9;

/** What an operator may ask of a race, whatever its stage. */
const stages: Readonly<Partial<Record<View, Stage>>> = {
  startList: 'before',
  race: 'on',
  result: 'over',
};

interface Slots {
  readonly now: TopicSlot<Now & { meet?: string }>;
  readonly board: TopicSlot<Board>;
  readonly next: TopicSlot<Board>;
  readonly meet: TopicSlot<MeetState>;
  readonly event: TopicSlot<EventState>;
  readonly selections: TopicSlot<SelectionsState>;
}

export class ArenaPage extends FrameElement implements Told {
  static override properties = {
    live: { attribute: false },
    shape$: { attribute: false },
    view: { attribute: false },
    race: { attribute: false },
    event: { attribute: false },
    meet: { attribute: false },
    without: { attribute: false },
  };
  declare live: Source;
  declare shape$: Watchable<Shape>;
  declare view: View;
  /** The race to show whatever else is on; without it the page follows what is on. */
  declare race: string | undefined;
  /** The event whose standings to show, whatever else is on. */
  declare event: string | undefined;
  /** The meet to follow, where it is not the one that is on. */
  declare meet: string | undefined;
  /** Columns to leave out. */
  declare without: readonly string[];
  #slots: Slots | undefined;
  /** Pictures that are not of a race, once they are loaded. */
  #between: typeof import('./between.ts') | undefined;
  #isLoading = false;
  /** Undefined until they are looked up. */
  #sponsors: readonly string[] | undefined;
  #letGo: (() => void)[] = [];
  readonly #turner = new PageTurner(this);
  #popEnds: ReturnType<typeof setTimeout> | undefined;
  /** The result that is on, and since when on the server's clock. */
  #result: { readonly race: string; readonly sinceMs: number } | undefined;

  constructor() {
    super();
    this.view = 'auto';
    this.without = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#slots = this.#follow();
    this.#choose();
    this.#letGo = [this.shape$.watch(() => this.requestUpdate())];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#popEnds);
    for (const slot of Object.values(this.#slots ?? {})) slot.follow(undefined);
    for (const letGo of this.#letGo.splice(0)) letGo();
    this.#slots = undefined;
    this.#sponsors = undefined;
  }

  #follow(): Slots {
    const changed = () => {
      this.#choose();
      this.requestUpdate();
    };
    return {
      now: new TopicSlot(this.live, changed),
      board: new TopicSlot(this.live, changed),
      next: new TopicSlot(this.live, changed),
      meet: new TopicSlot(this.live, changed),
      event: new TopicSlot(this.live, changed),
      selections: new TopicSlot(this.live, changed),
    };
  }

  /** Each topic says which others are needed; a slot that has the right one already does nothing. */
  #choose(): void {
    const slots = this.#slots;
    if (slots === undefined) return;
    const { now, board, meet } = slots;
    const wanted = wantedBy(this, { now: now.state, board: board.state, meet: meet.state });
    for (const name of ['now', 'board', 'next', 'event', 'meet', 'selections'] as const)
      slots[name].follow(wanted[name]);
  }

  protected override willUpdate(): void {
    this.#choose();
  }

  /** Once the first picture is up. What cannot be fetched now is asked for again with the next picture. */
  protected override updated(): void {
    if (this.#between !== undefined || this.#isLoading) return;
    this.#isLoading = true;
    import('./between.ts')
      .then(async ({ pictureOf, popOf, watchSponsors }) => {
        // They have words of their own.
        await speak([language()]);
        this.#between = { pictureOf, popOf, watchSponsors };
        this.requestUpdate();
      })
      .catch(() => undefined)
      .finally(() => {
        this.#isLoading = false;
      });
  }

  protected override render() {
    const { scene, picture } = this.#picture();
    const without = this.without.map((column) => `without-${column}`);
    return html`<main class=${[scene, ...without].join(' ')}>${picture}</main><connection-badge .live=${this.live}></connection-badge>`;
  }

  #picture(): Picture {
    const board = this.#slots?.board.state;
    if (this.view === 'blank') return { scene: 'blank', picture: nothing };
    const stage = stages[this.view];
    const isRace =
      board !== undefined && (stage !== undefined || (this.view === 'auto' && (isTold(this) || !isOver(board))));
    const other = isRace ? 'race' : this.#other(board);
    if (typeof other === 'object') return other;
    const shown = other === 'next' ? this.#slots?.next.state : board;
    // Before the other pictures are there, a wall is dark for a moment rather than wrong.
    if (shown === undefined || other === undefined) return { scene: 'idle', picture: nothing };
    const scene = sceneOf(shown, stage);
    return { scene, picture: this.#scene(shown, scene) };
  }

  /** A picture that is not of a race: what is told, or what comes in turn after a result and while nothing is on. */
  #other(board: Board | undefined): Picture | 'race' | 'next' | undefined {
    this.#lookUpSponsors();
    const { clock } = this.live;
    const { meet, next, selections } = this.#slots ?? {};
    const turn = this.#turner.page(turnsMost, clock, this.view === 'auto' ? this.#sinceMs(board) : 0);
    const heard = {
      board,
      next: next?.state,
      event: this.#eventOf(board),
      meet: meet?.state,
      selections: selections?.state,
      sponsors: this.#sponsors ?? [],
      shape: this.shape$.value,
      nowUs: clock.nowUs(),
    };
    const { live } = this;
    // A result is up already, and stays.
    const before = this.view === 'auto' && board !== undefined ? 'race' : undefined;
    return this.#between?.pictureOf(this.view, heard, { live, wanted: this.race ?? this.event, turn }) ?? before;
  }

  #lookUpSponsors(): void {
    if (this.#between === undefined || this.#sponsors !== undefined) return;
    this.#sponsors = [];
    const found = (pictures: readonly string[]) => {
      this.#sponsors = pictures;
      this.requestUpdate();
    };
    this.#letGo.push(this.#between.watchSponsors(found));
  }

  #scene(board: Board, scene: Scene) {
    const { live } = this;
    const shape = this.shape$.value;
    if (scene === 'pairs') {
      return html`<pair-duel .board=${board} .event=${this.#eventOf(board)} .shape=${shape} .live=${live}></pair-duel>`;
    }
    const tower = html`<race-tower .board=${board} .live=${live}></race-tower>`;
    if (scene === 'startList')
      return html`${tower}<start-list .board=${board} .shape=${shape} .live=${live}></start-list>`;
    if (scene === 'result')
      return html`${tower}<result-sheet .board=${board} .shape=${shape} .live=${live}></result-sheet>`;
    const order = html`<ice-order .board=${board} .shape=${shape} .live=${live}></ice-order>`;
    const pop = this.#pop(board);
    if (shape === 'banner') return html`${tower}${pop ?? order}`;
    if (scene === 'heat') return html`${tower}${order}`;
    return html`${tower}${order}${pop ?? html`<classification-list .board=${board} .shape=${shape}></classification-list>`}`;
  }

  /** The points of a sprint, for the few seconds after it was decided. */
  #pop(board: Board): unknown {
    clearTimeout(this.#popEnds);
    const pop = this.#between?.popOf(board, this.live.clock.nowUs());
    if (pop !== undefined) this.#popEnds = setTimeout(() => this.requestUpdate(), pop.leftMs + 1);
    return pop?.picture;
  }

  /** The standings of the event of `board`, once they have come. */
  #eventOf(board: Board | undefined): EventState | undefined {
    const event = this.#slots?.event.state;
    return event?.event.id === (board?.race.event ?? this.event) ? event : undefined;
  }

  /** When the result of `board` came up on this screen; what nobody skated turns on all screens alike. */
  #sinceMs(board: Board | undefined): number {
    const nowUs = this.live.clock.nowUs();
    if (board === undefined) return 0;
    const { id } = board.race;
    if (this.#result?.race !== id && nowUs !== undefined) this.#result = { race: id, sinceMs: nowUs / 1000 };
    return this.#result?.sinceMs ?? 0;
  }
}

customElements.define('arena-page', ArenaPage);
