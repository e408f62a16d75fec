// <help-sheet>: all commands on one sheet, as docs/console.md has them.
import { html } from 'lit';
import { LightElement } from '../kit/light-element.ts';
import { type ConsoleLabel, say } from './console-words.ts';

const sheet: readonly (readonly [
  title: ConsoleLabel,
  lines: readonly (readonly [line: string, says: ConsoleLabel])[],
])[] = [
  [
    'helpRace',
    [
      ['arm', 'helpArm'],
      ['gun', 'helpGun'],
      ['clear false|fall|stopped|test', 'helpClear'],
      ['close', 'helpClose'],
      ['official Jansen', 'helpOfficial'],
      ['reopen', 'helpReopen'],
      ['laps 15 [invalid]', 'helpLaps'],
      ['bell [16]', 'helpBell'],
    ],
  ],
  [
    'helpOrders',
    [
      ['s1 12 7 =3 5', 'helpSprint'],
      ['fin 12 7 =3 5', 'helpFin'],
    ],
  ],
  [
    'helpRulings',
    [
      ['dq 12 T02 note', 'helpDq'],
      ['hold dq 12 T02', 'helpHold'],
      ['announce [12]', 'helpAnnounce'],
      ['fs 12', 'helpFs'],
    ],
  ],
  [
    'helpReadings',
    [
      ['12', 'helpBib'],
      ['give 12', 'helpGive'],
      ['move +0.05 | 7:42.97', 'helpMove'],
      ['drop', 'helpDrop'],
      ['back', 'helpBack'],
      ['show', 'helpShow'],
      ['ins 12 7:42.97 | now', 'helpIns'],
      ['assign 12345 7', 'helpAssign'],
      ['swap 12 14', 'helpSwap'],
      ['find [12]', 'helpFind'],
    ],
  ],
  [
    'helpRest',
    [
      ['go 3 | auto', 'helpGo'],
      ['screen west view result', 'helpScreen'],
      ['undo | redo', 'helpUndo'],
    ],
  ],
];

export class HelpSheet extends LightElement {
  protected override render() {
    return html`<p>${say('english')}</p>
      ${sheet.map(
        ([title, lines]) => html`<section>
        <h2>${say(title)}</h2>
        <dl>${lines.map(([line, label]) => html`<dt>${line}</dt><dd>${say(label)}</dd>`)}</dl>
      </section>`,
      )}`;
  }
}

customElements.define('help-sheet', HelpSheet);
