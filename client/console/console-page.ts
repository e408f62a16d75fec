// <console-page>: the timekeeper's page. Follows the topics of one race, and hands everything typed to one line.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { ConsoleState } from '../../shared/console-state.ts';
import type { MeetState, Now } from '../../shared/meet-state.ts';
import type { ScreensState } from '../../shared/screen.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import type { SourcesState } from '../../shared/sources-state.ts';
import { FrameElement } from '../kit/frame-element.ts';
import type { Source } from '../kit/source.ts';
import { token } from '../kit/tab-memory.ts';
import { TopicSlot } from '../kit/topic-slot.ts';
import type { AlarmBar } from './alarm-bar.ts';
import { beep, unblock } from './beep.ts';
import { say } from './console-words.ts';
import { memory } from './desk-memory.ts';
import { followed } from './followed.ts';
import { newId } from './new-id.ts';
import type { Context } from './outcome.ts';
import { actOf } from './page-keys.ts';
import type { Desk } from './send.ts';
import { moved, selectable } from './shown-readings.ts';
import { StartLists } from './start-lists.ts';
import { type PageAct, TypedLine } from './typed-line.ts';
import { wornBy } from './waiting.ts';
import { nameOf } from './who.ts';

import '../kit/aired-alerts.ts';
import './alarm-bar.ts';
import './button-row.ts';
import './confirm-line.ts';
import './decisions-list.ts';
import './help-sheet.ts';
import './race-head.ts';
import './race-rows.ts';
import './race-sheet.ts';
import './readings-list.ts';
import './screens-list.ts';
import './source-health.ts';
import './sprint-orders.ts';

/** What is on anywhere, and in which meet. */
interface NowState extends Now {
  readonly meet?: string;
}

export class ConsolePage extends FrameElement {
  static override properties = { live: { attribute: false }, asked: { attribute: false } };
  declare live: Source;
  /** The race to run whatever else is on; without it the page follows the ice. */
  declare asked: string | undefined;
  desk!: Desk;
  #line!: TypedLine;
  #now!: TopicSlot<NowState>;
  #board!: TopicSlot<Board>;
  #console!: TopicSlot<ConsoleState>;
  #meet!: TopicSlot<MeetState>;
  #sources!: TopicSlot<SourcesState>;
  #screens!: TopicSlot<ScreensState>;
  #selections!: TopicSlot<SelectionsState>;
  #startLists!: StartLists;
  #race: string | undefined;
  #selected: string | undefined;
  #found: string | undefined;
  #isHelp = false;
  #alarm = memory.alarm;

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = () => {
      this.#choose();
      this.requestUpdate();
    };
    const slot = <T extends object>() => new TopicSlot<T>(this.live, changed);
    this.#now = slot();
    this.#board = slot();
    this.#console = slot();
    this.#meet = slot();
    this.#sources = slot();
    this.#screens = slot();
    this.#selections = slot();
    this.#startLists = new StartLists(this.desk, changed);
    this.#line = new TypedLine({
      desk: this.desk,
      newId,
      context: () => this.#context(),
      act: (act) => this.#act(act),
      changed: () => this.#show(),
      memory,
    });
    this.#now.follow('now');
    this.#sources.follow('sources');
    this.#screens.follow('screens');
    document.addEventListener('keydown', this.#key);
    this.#choose();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
    const meet = [this.#now, this.#meet, this.#selections];
    for (const slot of [...meet, this.#board, this.#console, this.#sources, this.#screens]) slot.follow(undefined);
  }

  /** Nobody's race changes under his hands: what is on the ice is followed only while nothing is typed. */
  #choose(): void {
    const now = this.#now.state;
    const current = this.#board.state?.race.id;
    const onIce = followed(now, this.#meet.state?.races);
    const race = this.asked ?? (this.#line.text === '' ? onIce : (current ?? onIce));
    if (race !== this.#race) {
      // Readings and skaters of another race.
      this.#race = race;
      this.#selected = undefined;
      this.#found = undefined;
    }
    this.#board.follow(race && `race/${race}`);
    this.#console.follow(race && `console/${race}`);
    const meet = this.#board.state?.race.meet ?? now?.meet;
    this.#meet.follow(meet && `meet/${meet}`);
    const has = this.#meet.state?.selections !== undefined;
    this.#selections.follow(meet !== undefined && has ? `selection/${meet}` : undefined);
  }

  /** Board and console of one race; between two races there is none. */
  #context(): Context | undefined {
    const board = this.#board.state;
    const console = this.#console.state;
    if (board === undefined || console === undefined || board.race.id !== console.race) return undefined;
    const { worn, athletes } = this.#startLists.of(board.race.meet, console.race);
    return {
      race: console.race,
      board,
      console,
      meet: this.#meet.state,
      screens: this.#screens.state,
      selections: this.#selections.state,
      athletes,
      worn: wornBy(worn, console),
      selected: this.#selected,
      nowUs: this.live.clock.nowUs(),
    };
  }

  #act(act: PageAct): void {
    if (act.does === 'help') this.#isHelp = !this.#isHelp;
    else if (act.does === 'find') this.#found = act.entry;
    else if (act.does === 'quiet') this.querySelector<AlarmBar>('alarm-bar')?.silence();
    else if (act.does === 'go') {
      this.asked = act.race;
      this.#choose();
    }
  }

  /** The field at once: the next key may come before the next frame. */
  #show(): void {
    const field = this.#field;
    if (field !== null && field.value !== this.#line.text) field.value = this.#line.text;
    this.requestUpdate();
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('#line');
  }

  readonly #run = (line: string): void => {
    void this.#line.run(line);
    this.#field?.focus();
  };

  readonly #begin = (line: string): void => {
    this.#line.leave();
    this.#line.type(line);
    this.#field?.focus();
  };

  readonly #pick = (word: string): void => {
    this.#line.type(`${this.#line.text}${this.#line.text === '' || this.#line.text.endsWith(' ') ? '' : ' '}${word} `);
    this.#field?.focus();
  };

  readonly #select = (id: string): void => {
    this.#selected = this.#selected === id ? undefined : id;
    this.#field?.focus();
    this.requestUpdate();
  };

  /** The whole page is the keyboard of one line. */
  readonly #key = (event: KeyboardEvent): void => {
    const field = this.#field;
    const { target, key } = event;
    void unblock();
    const isElsewhere = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (field === null || (isElsewhere && target !== field && key !== 'Escape')) return;
    if (this.#special(event)) {
      event.preventDefault();
      field.focus();
    } else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) field.focus();
  };

  /** True where the key meant something to the page. */
  #special(event: KeyboardEvent): boolean {
    const act = actOf(event, this.#line.text === '');
    if (act === undefined) return false;
    if (act === 'enter') void this.#line.enter();
    else if (act === 'leave') this.#escape();
    else if (act === 'help') this.#act({ does: 'help' });
    else if (act === 'undo' || act === 'redo') this.#run(act);
    else if (act !== 'line') this.#move(act === 'down' ? 1 : -1);
    this.requestUpdate();
    return true;
  }

  #escape(): void {
    if (this.#isHelp) this.#isHelp = false;
    else if (this.#line.text !== '' || this.#line.proposal !== undefined) this.#line.leave();
    else if (this.#selected !== undefined) this.#selected = undefined;
    else this.#found = undefined;
    this.#choose();
  }

  #move(by: 1 | -1): void {
    const console = this.#console.state;
    if (console !== undefined) this.#selected = moved(selectable(console, this.#found), this.#selected, by);
  }

  protected override render() {
    const board = this.#board.state;
    const console = this.#console.state?.race === board?.race.id ? this.#console.state : undefined;
    const sources = this.#sources.state;
    const { clock } = this.live;
    const line = this.#line;
    return html`
      <race-head .board=${board} .meet=${this.#meet.state} .live=${this.live} .follows=${this.asked === undefined} .run=${this.#run} .leave=${token.signOut}></race-head>
      <alarm-bar .board=${board} .console=${console} .sources=${sources} .clock=${clock} .settings=${this.#alarm}></alarm-bar>
      <form class=${line.proposal === undefined ? '' : 'asks'} @submit=${(event: Event) => event.preventDefault()}>
        <input id="line" .value=${line.text} @input=${this.#typed} autofocus autocomplete="off" autocapitalize="off" spellcheck="false" aria-label=${say('commandHint')} aria-busy=${line.isBusy} />
        <confirm-line .proposal=${line.proposal} .note=${line.note} .nameOf=${(entry: string) => nameOf(entry, board?.rows ?? {})}></confirm-line>
        <button-row .run=${this.#run} .begin=${this.#begin}></button-row>
      </form>
      <main>
        ${board === undefined ? nothing : html`<div class="race"><race-rows .board=${board} .pick=${this.#pick}></race-rows><sprint-orders .board=${board}></sprint-orders><race-sheet .board=${board} .meet=${this.#meet.state} .selections=${this.#selections.state}></race-sheet></div>`}
        ${board === undefined || console === undefined ? nothing : html`<readings-list .board=${board} .console=${console} .selected=${this.#selected} .of=${this.#found} .select=${this.#select}></readings-list>`}
        <div class="side">
          ${board === undefined || console === undefined ? nothing : html`<decisions-list .board=${board} .console=${console} .meet=${this.#meet.state} .athletes=${this.#startLists.of(board.race.meet, board.race.id).athletes} .run=${this.#run}></decisions-list>`}
          <source-health .sources=${sources} .settings=${this.#alarm} .clock=${clock} .change=${this.#setAlarm}></source-health>
          <aired-alerts .live=${this.live} .fresh=${this.#heard}></aired-alerts>
          <screens-list .screens=${this.#screens.state} .meet=${this.#meet.state} .run=${this.#run}></screens-list>
        </div>
      </main>
      ${this.#isHelp ? html`<help-sheet .kind=${board?.race.kind}></help-sheet>` : nothing}`;
  }

  protected override firstUpdated(): void {
    this.#field?.focus();
  }

  readonly #typed = ({ target }: Event): void => this.#line.type((target as HTMLInputElement).value);

  readonly #heard = (): void => {
    if (this.#alarm.sound) beep();
  };

  readonly #setAlarm = (settings: typeof memory.alarm): void => {
    memory.alarm = settings;
    this.#alarm = settings;
    this.requestUpdate();
  };
}

customElements.define('console-page', ConsolePage);
