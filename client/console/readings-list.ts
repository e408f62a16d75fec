// <readings-list>: what waits for a bib, then every reading of the race, newest first, with what became of it.
import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Board } from '../../shared/board.ts';
import type { ConsoleReading, ConsoleState } from '../../shared/console-state.ts';
import { formatDiff } from '../../shared/format-time.ts';
import { LightElement } from '../kit/light-element.ts';
import { say, wireWord } from './console-words.ts';
import { sinceGunUs } from './reading-commands.ts';
import { shownReadings } from './shown-readings.ts';
import { type Waiting, waitingOf } from './waiting.ts';
import { nameOf } from './who.ts';

export class ReadingsList extends LightElement {
  static override properties = {
    console: { attribute: false },
    board: { attribute: false },
    selected: { attribute: false },
    of: { attribute: false },
  };
  declare console: ConsoleState;
  declare board: Board;
  declare selected: string | undefined;
  /** The skater whose readings are looked for. */
  declare of: string | undefined;
  select: (id: string) => void = () => {};

  protected override updated(changed: PropertyValues): void {
    if (changed.has('selected')) this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const waiting = waitingOf(this.console);
    const readings = shownReadings(this.console, this.of);
    const title =
      this.of === undefined ? say('readingsTitle') : say('readingsOf', { who: nameOf(this.of, this.board.rows) });
    const first = this.selected === undefined ? waiting[0]?.id : undefined;
    return html`
      ${
        waiting.length === 0
          ? nothing
          : html`<h2 class="waits">${say('waitsTitle')} <small>${say('waitsHint')}</small></h2>
            <ol class="waiting" tabindex="0" role="listbox" aria-label=${say('waitsTitle')}>
              ${repeat(
                waiting,
                ({ id }) => id,
                (one) => this.#waits(one, one.id === first),
              )}
            </ol>`
      }
      <h2>${title}</h2>
      <ol class="readings" tabindex="0" role="listbox" aria-label=${title}>
        ${readings.length === 0 ? html`<li class="none">${say('noReadings')}</li>` : nothing}
        ${repeat(
          readings,
          ([id]) => id,
          ([id, reading]) => this.#reading(id, reading),
        )}
      </ol>`;
  }

  #waits(one: Waiting, isNext: boolean) {
    const { id, seq, transponder, lane, loop, source, readings, why } = one;
    return html`<li role="option" class=${isNext ? 'next' : ''} aria-selected=${this.selected === id} data-id=${id} @click=${() => this.select(id)}>
      <span class="seq">#${seq}</span><b>${transponder ?? lane ?? loop}</b>
      <span class="count">×${readings}</span>
      <span>${source}</span>
      <span class="why">${say(why === 'no-window' ? 'noWindow' : 'unknownTransponder')}</span>
    </li>`;
  }

  #reading(id: string, reading: ConsoleReading) {
    const { seq, entry, point, source, how, state, transponder, lane, group, amended } = reading;
    const sinceUs = sinceGunUs(reading, this);
    const row = entry === undefined ? undefined : this.board.rows[entry];
    const name = row === undefined ? (transponder ?? lane ?? '') : row.name;
    return html`<li role="option" class=${state} aria-selected=${this.selected === id} data-id=${id} @click=${() => this.select(id)}>
      <span class="seq">#${seq}</span>
      <span class="at">${sinceUs === undefined ? '' : formatDiff(sinceUs, 3).replace('+', '')}</span>
      <span class="bib">${row?.bib}</span>
      <span class="who" dir="auto">${how === undefined ? `${say('gunReading')} ${group ?? ''}` : name}</span>
      <span class="point">${point === undefined ? '' : (this.board.course[point]?.name ?? point)}</span>
      <span class="how" title=${transponder ?? ''}>${source} ${how === undefined ? '' : wireWord('how', how)}</span>
      <span class="state">${say(state)}${amended === true ? ` ${say('amended')}` : ''}</span>
    </li>`;
  }
}

customElements.define('readings-list', ReadingsList);
