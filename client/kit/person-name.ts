// A person's name on a screen. D1: a name is text as its owner writes it, in any script and direction, never markup.
import { html, type TemplateResult } from 'lit';

/** From these many letters on a name is set narrower, at last smaller too, so that it fits where a usual one does. */
const widths = [
  [27, 'name longest endless'],
  [22, 'name longest'],
  [16, 'name longer'],
] as const;

/** The name in a box that never grows with it; what still does not fit ends in an ellipsis. */
export function personName(name: string): TemplateResult {
  const letters = [...name].length;
  const width = widths.find(([from]) => letters >= from)?.[1] ?? 'name';
  return html`<span class=${width} dir="auto">${name}</span>`;
}
