// What stands at the foot of a result sheet: the ice, the air, and who judged.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { numberText } from './dates.ts';
import { words } from './messages.ts';

type Foot = Pick<Board, 'conditions' | 'officials'>;

/** Tenths of a degree as a thermometer says them: `-6.1`, `-6,1`. */
const degrees = (deciC: number) => numberText(deciC / 10, 1);

/** The lines of the foot, without what is not known; of the conditions those at the start, else those at the end. */
export function footTexts({ conditions = {}, officials = {} }: Foot): string[] {
  const { airDeciC, iceDeciC, humidityPercent } = conditions.start ?? conditions.end ?? {};
  const { referee, starter } = officials;
  return [
    airDeciC === undefined ? undefined : words('air', { degrees: degrees(airDeciC) }),
    iceDeciC === undefined ? undefined : words('ice', { degrees: degrees(iceDeciC) }),
    humidityPercent === undefined ? undefined : words('humidity', { percent: humidityPercent }),
    referee === undefined ? undefined : words('referee', { name: referee }),
    starter === undefined ? undefined : words('starter', { name: starter }),
  ].filter((text) => text !== undefined);
}

/** Small, for who wants to know. */
export function sheetFoot(board: Foot) {
  const texts = footTexts(board);
  return texts.length === 0
    ? nothing
    : html`<p class="foot" dir="auto">${texts.map((text) => html`<span>${text}</span> `)}</p>`;
}
