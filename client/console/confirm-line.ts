// <confirm-line>: what the line comes to: what it would change, what was done, or what is wrong. Always the same height.
import { html, nothing } from 'lit';
import { codeMeaning } from '../kit/code-words.ts';
import { LightElement } from '../kit/light-element.ts';
import type { Change, ChangedField } from './changes.ts';
import { say } from './console-words.ts';
import type { Note, Proposal } from './typed-line.ts';

/** What fits; the rest is counted. */
const mostRows = 12;

const labelOf = (field: ChangedField) => (field === 'entry' ? 'kind.entry' : field);

function step([before, after]: readonly [string, string]) {
  return html`<s>${before === '' ? '–' : before}</s><i>→</i><b>${after === '' ? '–' : after}</b>`;
}

function change({ bib, name, fields }: Change) {
  // More than a rank: whom it is about.
  const isAbout =
    fields.entry !== undefined || fields.status !== undefined || fields.time !== undefined || fields.laps !== undefined;
  return html`<li class=${isAbout ? 'about' : ''}>
    <span class="who" dir="auto">${bib} ${name}</span>
    ${(Object.keys(fields) as ChangedField[]).map(
      (key) => html`<span class="field"><em>${say(labelOf(key))}</em>${step(fields[key] as [string, string])}</span>`,
    )}
  </li>`;
}

export class ConfirmLine extends LightElement {
  static override properties = {
    proposal: { attribute: false },
    note: { attribute: false },
    nameOf: { attribute: false },
  };
  declare proposal: Proposal | undefined;
  declare note: Note | undefined;
  declare nameOf: (entry: string) => string;

  protected override render() {
    const { proposal, note } = this;
    if (proposal !== undefined) return this.#asks(proposal);
    if (note === undefined) return html`<p class="rest">${say('commandHint')}</p>`;
    return html`<p class=${note.kind} role="status">${note.text}</p>${this.#codes(note.offers ?? [])}`;
  }

  /** The codes that may be meant, each with what it says. */
  #codes(codes: readonly string[]) {
    if (codes.length === 0) return nothing;
    return html`<ul class="codes">${codes.map((code) => html`<li><b>${code}</b> ${codeMeaning(code)}</li>`)}</ul>`;
  }

  #asks({ says, changes, facts }: Proposal) {
    const { rows, told, pending } = changes;
    const isHeld = facts.every((fact) => fact.kind === 'ruling' && fact.held === true);
    const shown = mostRows - told.length;
    const more = rows.length - shown;
    const who = pending.map((entry) => this.nameOf(entry)).join(', ');
    const isSame = rows.length === 0 && told.length === 0 && pending.length === 0;
    const same = isHeld ? 'changesHeld' : changes.isSigned ? 'changesNothingSigned' : 'changesNothing';
    return html`<p class="asks" role="status"><strong>${say(says.label, says.values)}</strong><kbd>${say('confirmHint')}</kbd></p>
      <ul>
        ${isSame ? html`<li class="same">${say(same)}</li>` : nothing}
        ${pending.length === 0 ? nothing : html`<li class="signed">${say('changesSigned', { who })}</li>`}
        ${told.map(([what, before, after]) => html`<li class="told"><span class="who" dir="auto">${what}</span><span class="field" dir="auto">${step([before, after])}</span></li>`)}
        ${rows.slice(0, Math.max(0, shown)).map(change)}
        ${more > 0 ? html`<li class="more">${say('moreRows', { count: more })}</li>` : nothing}
      </ul>`;
  }
}

customElements.define('confirm-line', ConfirmLine);
