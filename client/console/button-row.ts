// <button-row>: every command for a hand on the mouse. A button types its word; what needs no more is entered at once.
import { html } from 'lit';
import { LightElement } from '../kit/light-element.ts';
import { type ConsoleLabel, say } from './console-words.ts';

/** A command that ends in a space waits for the rest of it. */
const groups: readonly (readonly (readonly [label: ConsoleLabel, line: string])[])[] = [
  [
    ['arm', 'arm'],
    ['gun', 'gun'],
    ['clear', 'clear '],
    ['close', 'close'],
    ['official', 'official '],
    ['reopen', 'reopen'],
  ],
  [
    ['lapsButton', 'laps '],
    ['bell', 'bell'],
    ['sprint', 'sprint '],
    ['finish', 'fin '],
    ['hand', 'hand '],
  ],
  [
    ['ruling', 'dq '],
    ['hold', 'hold dq '],
    ['announce', 'announce'],
  ],
  [
    ['give', 'give '],
    ['move', 'move '],
    ['show', 'show'],
    ['drop', 'drop'],
    ['back', 'back'],
    ['insert', 'ins '],
    ['swap', 'swap '],
  ],
  [
    ['conditions', 'air '],
    ['officials', 'referee '],
    ['protest', 'protest '],
    ['setButton', 'set '],
  ],
  [
    ['late', 'late '],
    ['onScreens', 'on '],
    ['designate', 'des '],
  ],
  [
    ['undo', 'undo'],
    ['redo', 'redo'],
    ['help', 'help'],
  ],
];

export class ButtonRow extends LightElement {
  /** Runs a line. */
  run: (line: string) => void = () => {};
  /** Begins one. */
  begin: (line: string) => void = () => {};

  protected override render() {
    return groups.map(
      (group) =>
        html`<span>${group.map(
          ([label, line]) =>
            // The keyboard has the line itself; a Tab through all of these would only be in its way.
            html`<button tabindex="-1" data-line=${line.trim()} @click=${() => (line.endsWith(' ') ? this.begin(line) : this.run(line))}>${say(label)}</button>`,
        )}</span>`,
    );
  }
}

customElements.define('button-row', ButtonRow);
