// <pair-graphic>: the split bug of a pair, of teams or of a quartet: each lane's last split with rank and signed difference,
// and the time to beat.
import { html, nothing } from 'lit';
import type { Board, Row, Split } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';
import { isRankedInEvent } from '../arena/scene.ts';
import { words } from '../kit/air-words.ts';
import { flag } from '../kit/flag.ts';
import { clockOf, lanesOf, lastPoint } from '../kit/lanes.ts';
import { personName } from '../kit/person-name.ts';
import { marksOf, resultText } from '../kit/row-texts.ts';
import type { GroupClock } from '../kit/running-time.ts';
import { GraphicElement } from './graphic-element.ts';
import { type Known, type Who, whoOf } from './known.ts';

import '../kit/race-clock.ts';

interface LaneData extends Who {
  readonly entry: string;
  readonly armband: string;
  readonly clock?: GroupClock | undefined;
  /** Metres of the last point passed, with what was measured there. */
  readonly at?: string | undefined;
  readonly split?: Pick<Split, 'timeUs' | 'lapUs' | 'rank' | 'diffUs' | 'estimated'> | undefined;
  readonly result: Pick<Row, 'status' | 'code' | 'timeUs' | 'flags' | 'rank'>;
  readonly marks: readonly string[];
}

export interface PairData {
  readonly digits?: 3 | undefined;
  readonly lanes: readonly LaneData[];
  readonly toBeat?: { readonly timeUs: number; readonly name?: string | undefined } | undefined;
}

/** The best so far at the end of the course; while there is none, the time that is at stake. */
function toBeat({ course, best, target }: Board): PairData['toBeat'] {
  const last = Object.entries(course).sort(([, a], [, b]) => b.order - a.order)[0]?.[0] ?? '';
  const fastest = best[last];
  return fastest === undefined ? target && { timeUs: target.timeUs, name: target.name } : fastest;
}

export function pairData({ board }: Known): PairData | undefined {
  const { rows, course, clock, race } = board;
  const lanes = lanesOf(rows);
  if (!isRankedInEvent(board) || lanes.length === 0) return undefined;
  const made = lanes.map(({ entry, row, armband }): LaneData => {
    const [id, point] = lastPoint(row, course) ?? [];
    const { status, code, timeUs, flags, rank } = row;
    const split = id === undefined ? undefined : row.splits[id];
    return {
      entry,
      ...whoOf(row),
      armband,
      clock: clockOf(row, clock),
      at: point?.name,
      split: split && {
        timeUs: split.timeUs,
        lapUs: split.lapUs,
        rank: split.rank,
        diffUs: split.diffUs,
        estimated: split.estimated,
      },
      result: { status, code, timeUs, flags, rank },
      marks: marksOf(row),
    };
  });
  const beat = toBeat(board);
  return { digits: race.digits, lanes: made, toBeat: beat && { timeUs: beat.timeUs, name: beat.name } };
}

export class PairGraphic extends GraphicElement<PairData> {
  protected override picture(data: PairData) {
    const { toBeat } = data;
    return html`<ol class=${`lanes-${data.lanes.length}`}>${data.lanes.map((lane) => this.#lane(lane, data.digits))}</ol>
      ${toBeat === undefined ? nothing : html`<p class="to-beat"><span class="label">${words('toBeat')}</span><b>${formatTime(toBeat.timeUs, { digits: data.digits ?? 2 })}</b>${toBeat.name === undefined ? nothing : personName(toBeat.name)}</p>`}`;
  }

  #lane(lane: LaneData, digits: 2 | 3 = 2) {
    const { split, result } = lane;
    const final = resultText(result as Row, digits);
    const rank = final === '' ? split?.rank : (result.rank ?? split?.rank);
    const time = final === '' ? html`<race-clock .time=${this.time} .clock=${lane.clock}></race-clock>` : final;
    const at = final !== '' ? words('finish') : lane.at === undefined ? '' : words('atMetres', { metres: lane.at });
    return html`<li class="lane" data-entry=${lane.entry}>
      <i class=${`armband ${lane.armband}`}></i>${flag(lane.nation)}<span class="who">${personName(lane.name)}${lane.marks.map((mark) => html`<em>${mark}</em>`)}</span>
      <span class="time">${time}</span>
      <span class="at">${at}</span><span class="rank">${rank}</span>${this.#diff(split, digits)}</li>`;
  }

  #diff(split: LaneData['split'], digits: 2 | 3) {
    if (split?.diffUs === undefined) return html`<span class="diff"></span>`;
    const side = split.diffUs < 0 ? 'faster' : split.diffUs > 0 ? 'slower' : 'even';
    const tilde = split.estimated === true ? '~' : '';
    return html`<span class=${`diff ${side}`}>${tilde}${formatDiff(split.diffUs, digits)}</span>`;
  }
}

customElements.define('pair-graphic', PairGraphic);
