// <rundown-page>: the graphics operator's page: choose, see, take, out, by keys alone. What is on air is the server's state;
// the page shows it and asks for another.
import { html, nothing } from 'lit';
import type { AiredState, OutputsState } from '../../shared/aired.ts';
import type { Graphic, OnAirAction, OnAirState, Slot, Take, Taken } from '../../shared/on-air.ts';
import { words } from '../kit/air-words.ts';
import { airedAlert } from '../kit/aired-alerts.ts';
import { alertsOf } from '../kit/aired-texts.ts';
import { ask } from '../kit/ask.ts';
import { FrameElement } from '../kit/frame-element.ts';
import type { Source } from '../kit/source.ts';
import { statusLine } from '../kit/status-words.ts';
import { TopicSlot } from '../kit/topic-slot.ts';
import { entriesOfBib, entryOfBib } from '../kit/who.ts';
import { Feed } from '../overlay/feed.ts';
import { dataOf } from '../overlay/graphics.ts';
import type { OverlayStage } from '../overlay/overlay-stage.ts';
import { PreviewStage, programMonitor } from './air-monitor.ts';
import { type Choice, captionDue, type Desk, graphics, stepped, takeOf } from './choice.ts';
import { type Action, helpLines, pressed } from './keys.ts';

import '../kit/connection-badge.ts';
import './graphic-list.ts';
import './output-list.ts';

/** More than fit below the pictures are older, and were seen. */
const alertsMost = 2;

export class RundownPage extends FrameElement {
  static override properties = { live: { attribute: false } };
  declare live: Source;
  token = '';
  output = 'main';
  /** The race to take graphics of, whatever else is on. */
  race: string | undefined;
  #feed!: Feed;
  #air!: TopicSlot<OnAirState>;
  #aired!: TopicSlot<AiredState>;
  #outputs!: TopicSlot<OutputsState>;
  #preview!: PreviewStage;
  #program!: OverlayStage;
  #chosen: Graphic = 'clock';
  #choices = Object.fromEntries(graphics.map((graphic) => [graphic, { graphic }])) as Record<Graphic, Choice>;
  /** Digits of a bib, while one is typed. */
  #typed: string | undefined;
  #help = false;
  #refusal: string | undefined;
  readonly #key = (event: KeyboardEvent) => this.#press(event);

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = () => this.requestUpdate();
    this.#feed = new Feed(this.live, changed);
    // As a lower third does, which needs the most.
    this.#feed.follow({ graphic: 'athlete', ...(this.race !== undefined && { race: this.race }) });
    this.#air = new TopicSlot(this.live, changed);
    this.#air.follow(`air/${this.output}`);
    this.#aired = new TopicSlot(this.live, changed);
    this.#aired.follow('aired');
    this.#outputs = new TopicSlot(this.live, changed);
    this.#outputs.follow('outputs');
    this.#preview = new PreviewStage();
    this.#preview.live = this.live;
    this.#program = programMonitor(this.live, this.output);
    window.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#key);
    this.#feed.follow(undefined);
    for (const slot of [this.#air, this.#aired, this.#outputs]) slot.follow(undefined);
  }

  #press(event: KeyboardEvent): void {
    const act = pressed(event);
    if (act === undefined) return;
    event.preventDefault();
    // A button that was clicked must not be pressed again by the space bar.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (typeof act === 'object') this.#digit(act.digit);
    else this.#acts[act]();
    this.requestUpdate();
  }

  #digit(digit: string): void {
    if (this.#typed !== undefined) this.#typed += digit;
    else this.#chosen = graphics[Number(digit) - 1] ?? this.#chosen;
  }

  readonly #acts: Readonly<Record<Action, () => void>> = {
    down: () => this.#move(1),
    up: () => this.#move(-1),
    next: () => this.#step(1),
    before: () => this.#step(-1),
    bib: () => {
      this.#chosen = 'athlete';
      this.#typed = '';
    },
    take: () => (this.#typed === undefined ? this.#take() : this.#named()),
    rubOut: () => {
      if (this.#typed === undefined) this.#out();
      else this.#typed = this.#typed.slice(0, -1);
    },
    leave: () => {
      if (this.#help) this.#help = false;
      else if (this.#typed !== undefined) this.#typed = undefined;
      else this.#out();
    },
    clear: () => this.#send({ out: 'all' }),
    latch: () => this.#latch(),
    caption: () => {
      const take = this.#desk && captionDue(this.#desk);
      if (take !== undefined) this.#send({ take });
    },
    help: () => {
      this.#help = !this.#help;
    },
  };

  #move(by: 1 | -1): void {
    const at = graphics.indexOf(this.#chosen);
    this.#chosen = graphics[(at + by + graphics.length) % graphics.length] ?? this.#chosen;
  }

  #step(by: 1 | -1): void {
    const desk = this.#desk;
    if (desk !== undefined) this.#choices[this.#chosen] = stepped(this.#choices[this.#chosen], desk, by);
  }

  /** Whose bib was typed is in the preview; the next Enter takes it. */
  #named(): void {
    const entry = entryOfBib(this.#feed.board?.rows ?? {}, this.#typed ?? '');
    this.#typed = undefined;
    if (entry !== undefined) this.#choices.athlete = { graphic: 'athlete', option: entry };
  }

  #take(): void {
    const take = this.#fit().get(this.#chosen);
    if (take !== undefined) this.#send({ take });
  }

  #out(): void {
    if (this.#taken(this.#chosen) !== undefined) this.#send({ out: this.#chosen });
  }

  #latch(): void {
    const [slot, taken] = this.#taken(this.#chosen) ?? [];
    if (slot === undefined || taken === undefined) return;
    const { takenUs: _, latched, ...take } = taken;
    const shown = this.#program.shown(slot);
    if (latched !== undefined) this.#send({ take });
    else if (shown !== undefined) this.#send({ take: { ...take, latched: shown as NonNullable<Taken['latched']> } });
  }

  #taken(graphic: Graphic): readonly [Slot, Taken] | undefined {
    const all = Object.entries(this.#air.state?.graphics ?? {}) as [Slot, Taken][];
    return all.find(([, taken]) => taken.graphic === graphic);
  }

  #send(action: OnAirAction): void {
    const path = `/api/v1/on-air/${encodeURIComponent(this.output)}`;
    void ask(this.token, 'POST', path, action).then((answer) => {
      this.#refusal = answer.ok ? undefined : answer.detail || words('noServer');
      this.requestUpdate();
    });
  }

  get #desk(): Desk | undefined {
    const { board } = this.#feed;
    return board && { board, aired: this.#aired.state, asked: this.race };
  }

  /** The graphics that have something to show, with the take of each. */
  #fit(): ReadonlyMap<Graphic, Take> {
    const { known } = this.#feed;
    const desk = this.#desk;
    if (known === undefined || desk === undefined) return new Map();
    return new Map(
      graphics.flatMap((graphic): [Graphic, Take][] => {
        const take = takeOf(this.#choices[graphic], desk);
        const isShown = take !== undefined && (take.latched ?? dataOf(graphic, known, take)) !== undefined;
        return isShown ? [[graphic, take]] : [];
      }),
    );
  }

  protected override willUpdate(): void {
    this.#preview.show(this.#fit().get(this.#chosen));
  }

  protected override render() {
    const { board } = this.#feed;
    const fit = this.#fit();
    const chosen = words(`graphic.${this.#chosen}`);
    return html`
      <header><h1>${words('rundown')}</h1><b class="output">${words('output', { name: this.output })}</b>
        ${board === undefined ? html`<p class="race">${words('noRace')}</p>` : html`<p class="race" dir="auto"><b>${board.race.eventName}</b> ${board.race.name}</p>${statusLine(board)}`}
        <span class="hint">${words('keysBelow')}</span></header>
      <main>
        <graphic-list .desk=${this.#desk} .choices=${this.#choices} .chosen=${this.#chosen} .fit=${fit} .air=${this.#air.state} .choose=${this.#choose}></graphic-list>
        <section class="preview"><h2>${words('preview')} <b>${chosen}</b> ${this.#bib()}</h2>
          <div class="monitor large">${this.#preview}</div>
          ${fit.has(this.#chosen) ? nothing : html`<p class="nothing">${words('noGraphic')}</p>`}
          ${this.#buttons(fit)}</section>
        <section class="program"><h2>${words('programMonitor')}</h2><div class="monitor small">${this.#program}</div>
          <output-list .state=${this.#outputs.state} .mine=${this.output} .time=${this.live.clock}></output-list></section>
        <section class="corrections">${this.#corrections()}</section>
      </main>
      ${this.#help ? this.#keys() : nothing}
      <connection-badge .live=${this.live}></connection-badge>`;
  }

  #bib() {
    if (this.#typed === undefined) return nothing;
    const rows = this.#feed.board?.rows ?? {};
    const names = this.#typed === '' ? [] : entriesOfBib(rows, this.#typed).map((entry) => rows[entry]?.name);
    return html`<span class="typed">${words('bibTyped', { bib: `${this.#typed}_` })} <i dir="auto">${names.join(', ')}</i></span>`;
  }

  #buttons(fit: ReadonlyMap<Graphic, Take>) {
    const taken = this.#taken(this.#chosen)?.[1];
    const latch = words(taken?.latched === undefined ? 'latch' : 'unlatch');
    return html`<p class="buttons">
      <button class="take" ?disabled=${!fit.has(this.#chosen)} @click=${() => this.#take()}>${words('take')} <kbd>Space</kbd></button>
      <button ?disabled=${taken === undefined} @click=${() => this.#out()}>${words('takeOut')} <kbd>⌫</kbd></button>
      <button ?disabled=${taken === undefined} @click=${() => this.#latch()}>${latch} <kbd>l</kbd></button>
      <button @click=${() => this.#send({ out: 'all' })}>${words('clearAll')} <kbd>x</kbd></button></p>
      ${this.#refusal === undefined ? nothing : html`<p class="refusal" role="alert">${words('refusedTake', { why: this.#refusal })}</p>`}`;
  }

  #corrections() {
    const alerts = alertsOf(this.#aired.state);
    const due = alerts.some(([, { captioned }]) => captioned !== true);
    return html`<h2>${words('corrections')} ${due ? html`<kbd>c</kbd>` : nothing}</h2>
      ${alerts.length === 0 ? html`<p class="none">${words('noCorrections')}</p>` : html`<div role="alert"><ul class="aired">${alerts.slice(0, alertsMost).map(([, alert]) => airedAlert(alert, 2))}</ul></div>`}`;
  }

  #keys() {
    return html`<div class="keys" role="dialog" aria-label=${words('keysOfPage')}><h2>${words('keysOfPage')}</h2>
      <dl>${helpLines.map(([keys, says]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${words(says)}</dd></div>`)}</dl></div>`;
  }

  readonly #choose = (graphic: Graphic): void => {
    this.#chosen = graphic;
    this.requestUpdate();
  };
}

customElements.define('rundown-page', RundownPage);
