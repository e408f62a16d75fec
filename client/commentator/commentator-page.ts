// <commentator-page>: one race with everything that can be said of it. The only element of the page that knows topics,
// keys and what is kept from one day to the next.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { EventState, Now } from '../../shared/meet-state.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import { earlierRaces } from '../kit/athlete-facts.ts';
import { words } from '../kit/desk-words.ts';
import { FrameElement } from '../kit/frame-element.ts';
import { PastResults } from '../kit/past-results.ts';
import type { Source } from '../kit/source.ts';
import { setTheme } from '../kit/theme.ts';
import { TopicSlot } from '../kit/topic-slot.ts';
import { entriesOfBib, entryOfBib, inOrder, keyOf } from '../kit/who.ts';
import { beep } from './beep.ts';
import { type Action, pressed } from './keys.ts';
import { chosenEvent } from './order-table.ts';
import { type ColumnName, loadPrefs, type Prefs, savePrefs, toggled } from './prefs.ts';
import { nextView, type View } from './views.ts';

import '../kit/aired-alerts.ts';
import '../kit/connection-badge.ts';
import './alert-list.ts';
import './athlete-card.ts';
import './gap-chart.ts';
import './key-help.ts';
import './lap-heat.ts';
import './needs-list.ts';
import './order-table.ts';
import './pairs-view.ts';
import './race-head.ts';
import './selection-panel.ts';
import './standings-list.ts';
import './story-list.ts';

/** What a page of many numbers shows first: who is where; then what it takes, then what was. Each is a frame of its own, so that keys answer. */
const parts = 3;

const againstTheClock: readonly string[] = ['pairs', 'teamPursuit', 'teamSprint', 'mixedRelay'];
const isClocked = ({ race }: Board) => againstTheClock.includes(race.kind);

export class CommentatorPage extends FrameElement {
  static override properties = { live: { attribute: false }, race: { attribute: false }, view: { attribute: false } };
  declare live: Source;
  /** The race to show whatever else is on; without it the page follows what is on. */
  declare race: string | undefined;
  declare view: View;
  #now: TopicSlot<Now> | undefined;
  #board: TopicSlot<Board> | undefined;
  #event: TopicSlot<EventState> | undefined;
  #selections: TopicSlot<SelectionsState> | undefined;
  #past!: PastResults;
  #prefs: Prefs = loadPrefs();
  #chosen: string | undefined;
  #typed = '';
  #help = false;
  /** How many of its parts are up. */
  #up = 1;
  readonly #key = (event: KeyboardEvent) => this.#press(event);

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = () => {
      this.#choose();
      this.requestUpdate();
    };
    this.#past = new PastResults(this.live, changed);
    this.#now = new TopicSlot(this.live, changed);
    this.#board = new TopicSlot(this.live, changed);
    this.#event = new TopicSlot(this.live, changed);
    this.#selections = new TopicSlot(this.live, changed);
    window.addEventListener('keydown', this.#key);
    this.addEventListener(chosenEvent, (event) => this.#take((event as CustomEvent<string>).detail));
    this.addEventListener('column', (event) => {
      const name = (event as CustomEvent<ColumnName>).detail;
      this.#keep({ columns: toggled(this.#prefs.columns, name) });
    });
    this.#choose();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#key);
    for (const slot of [this.#now, this.#board, this.#event, this.#selections]) slot?.follow(undefined);
    this.#past.follow([]);
  }

  #choose(): void {
    this.#now?.follow(this.race === undefined ? 'now' : undefined);
    const now = this.#now?.state;
    const race = this.race ?? now?.race ?? now?.onIce.at(-1);
    this.#board?.follow(race && `race/${race}`);
    const board = this.#board?.state;
    this.#event?.follow(board && `event/${board.race.event}`);
    this.#selections?.follow(board && `selection/${board.race.meet}`);
    if (board !== undefined) this.#past.ofMeet(board.race.meet);
    this.#lookBack();
  }

  #press(event: KeyboardEvent): void {
    const act = pressed(event);
    if (act === undefined) return;
    // A box of the column chooser is ticked with its own keys.
    if (event.target instanceof HTMLInputElement && act !== 'leave' && act !== 'columns') return;
    event.preventDefault();
    if (typeof act === 'object') this.#typed += act.digit;
    else this.#acts[act]();
    this.requestUpdate();
  }

  readonly #acts: Readonly<Record<Action, () => void>> = {
    down: () => this.#step(1),
    up: () => this.#step(-1),
    take: () => {
      const entry = entryOfBib(this.#board?.state?.rows ?? {}, this.#typed);
      this.#typed = '';
      if (entry !== undefined) this.#take(entry);
    },
    rubOut: () => {
      this.#typed = this.#typed.slice(0, -1);
    },
    leave: () => {
      if (this.#help) this.#help = false;
      else if (this.#typed === '') this.#chosen = undefined;
      this.#typed = '';
    },
    pin: () => {
      const row = this.#chosen === undefined ? undefined : this.#board?.state?.rows[this.#chosen];
      if (row !== undefined) this.#keep({ pinned: toggled(this.#prefs.pinned, keyOf(this.#chosen ?? '', row)) });
    },
    lines: () => this.#keep({ lines: this.#prefs.lines === 'groups' ? 'riders' : 'groups' }),
    view: () => {
      this.view = nextView(this.view);
    },
    columns: () => {
      this.#help = !this.#help;
    },
    help: () => {
      this.#help = !this.#help;
    },
    sound: () => this.#keep({ sound: !this.#prefs.sound }),
    theme: () => setTheme(document.documentElement.dataset.theme === 'light' ? 'dark' : 'light'),
  };

  readonly #heard = (): void => {
    if (this.#prefs.sound) beep('record');
  };

  #keep(changes: Partial<Prefs>): void {
    this.#prefs = { ...this.#prefs, ...changes };
    savePrefs(this.#prefs);
    this.requestUpdate();
  }

  #take(entry: string): void {
    this.#chosen = entry;
    this.#lookBack();
    this.requestUpdate();
  }

  /** Follows what the chosen one skated before; the meet may come later than he was chosen. */
  #lookBack(): void {
    const board = this.#board?.state;
    const athlete = this.#chosen === undefined ? undefined : board?.rows[this.#chosen]?.athlete;
    const races = board === undefined ? [] : earlierRaces(this.#past.meet, board.race.id, athlete);
    this.#past.follow(races.map(({ id }) => id));
  }

  #step(by: 1 | -1): void {
    const entries = inOrder(this.#board?.state?.rows ?? {}, this.#prefs.pinned).map(([entry]) => entry);
    const at = this.#chosen === undefined ? -1 : entries.indexOf(this.#chosen);
    const entry =
      entries[at < 0 ? (by === 1 ? 0 : entries.length - 1) : Math.max(0, Math.min(entries.length - 1, at + by))];
    if (entry !== undefined) this.#take(entry);
  }

  protected override updated(): void {
    if (this.#up < parts && this.#board?.state !== undefined) {
      this.#up += 1;
      this.requestUpdate();
    }
    for (const row of this.querySelectorAll('[aria-selected="true"]')) row.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const board = this.#board?.state;
    const badge = html`<connection-badge .live=${this.live}></connection-badge>`;
    if (board === undefined)
      return html`<main class="idle"><p>${words(this.race === undefined ? 'waitingForMeet' : 'waitingForRace')}</p></main>${badge}`;
    return html`
      <race-head .board=${board} .live=${this.live} .typed=${this.#typed} .found=${this.#found(board)} .sound=${this.#prefs.sound}></race-head>
      <main data-view=${this.view} data-kind=${isClocked(board) ? 'clock' : 'pack'}>${this.#main(board)}</main>
      <alert-list .board=${board} .sound=${this.#prefs.sound}></alert-list>
      ${this.#help ? html`<key-help .columns=${this.#prefs.columns}></key-help>` : nothing}
      ${badge}`;
  }

  #standings(board: Board, event: EventState | undefined) {
    if (event === undefined || Object.keys(event.standings).length === 0) return nothing;
    return html`<standings-list .board=${board} .event=${event}></standings-list>`;
  }

  /** Whom the digits may mean. */
  #found({ rows }: Board): string {
    if (this.#typed === '') return '';
    return entriesOfBib(rows, this.#typed)
      .map((entry) => rows[entry]?.name)
      .join(', ');
  }

  #main(board: Board) {
    const { pinned } = this.#prefs;
    const chosen = this.#chosen !== undefined && board.rows[this.#chosen] !== undefined ? this.#chosen : undefined;
    const event = this.#event?.state?.event.id === board.race.event ? this.#event.state : undefined;
    const clocked = isClocked(board);
    const theme = document.documentElement.dataset.theme ?? 'dark';
    const chart = html`<gap-chart .board=${board} .prefs=${this.#prefs} .chosen=${chosen} .theme=${theme}></gap-chart>`;
    const heat = html`<lap-heat .board=${board} .pinned=${pinned} .chosen=${chosen}></lap-heat>`;
    const first = clocked
      ? html`<pairs-view .board=${board} .chosen=${chosen}></pairs-view>`
      : html`<order-table .board=${board} .prefs=${this.#prefs} .chosen=${chosen}></order-table>`;
    return html`
      <div class="column first">${first}${clocked ? this.#standings(board, event) : nothing}</div>
      <div class="column second">${this.#up < 3 ? nothing : [chart, clocked ? nothing : heat]}</div>
      <div class="column third">${this.#up < 2 ? nothing : this.#third(board, chosen, event)}</div>`;
  }

  #third(board: Board, chosen: string | undefined, event: EventState | undefined) {
    const { pinned } = this.#prefs;
    return html`
        <aired-alerts .live=${this.live} .fresh=${this.#heard}></aired-alerts>
        ${isClocked(board) ? nothing : html`<needs-list .board=${board} .pinned=${pinned} .chosen=${chosen}></needs-list>`}
        ${chosen === undefined ? nothing : this.#card(board, chosen, event)}
        ${this.#selection()}
        <story-list .board=${board} .chosen=${chosen}></story-list>`;
  }

  #card(board: Board, entry: string, event: EventState | undefined) {
    const row = board.rows[entry];
    const isPinned = row !== undefined && this.#prefs.pinned.includes(keyOf(entry, row));
    return html`<athlete-card .board=${board} .entry=${entry} .meet=${this.#past.meet} .event=${event} .pinned=${isPinned} .results=${this.#past.boards}></athlete-card>`;
  }

  #selection() {
    const state = this.#selections?.state;
    if (state === undefined || Object.keys(state.selections).length === 0) return nothing;
    return html`<selection-panel .state=${state}></selection-panel>`;
  }
}

customElements.define('commentator-page', CommentatorPage);
