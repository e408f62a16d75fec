// <pair-duel>: a pair (or a quartet) on the long track: the lanes side by side around a spine of points with the best
// time so far at each, and the standings where there is room.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import type { EventState } from '../../shared/meet-state.ts';
import { lanesOf, type Point, pointsMost, pointsShown } from '../kit/lanes.ts';
import { LightElement } from '../kit/light-element.ts';
import { words } from '../kit/messages.ts';
import { personName } from '../kit/person-name.ts';
import type { Shape } from '../kit/shape.ts';
import { sheetFoot } from '../kit/sheet-foot.ts';
import type { Source } from '../kit/source.ts';
import { statusLine } from '../kit/status-words.ts';
import { isOver } from './scene.ts';
import { bestSoFar } from './standings-strip.ts';

import './board-ticker.ts';
import './lane-panel.ts';

interface Room {
  /** Height of the splits in rem, with and without the standings below them. */
  readonly splits: number;
  readonly splitsAlone: number;
  readonly splitMost: number;
  /** With more points than this the splits need all the room. */
  readonly pointsWithStandings: number;
  readonly standings: number;
}

/** A banner has no room for splits: the last one is beside the time. */
const rooms: Readonly<Record<Shape, Room>> = {
  wide: { splits: 17, splitsAlone: 41, splitMost: 7.6, pointsWithStandings: 4, standings: 8 },
  tall: { splits: 44, splitsAlone: 100, splitMost: 5.4, pointsWithStandings: 10, standings: 12 },
  banner: { splits: 0, splitsAlone: 0, splitMost: 0, pointsWithStandings: 10, standings: 0 },
};

function toBeat(board: Board) {
  const last = Object.entries(board.course).sort(([, a], [, b]) => b.order - a.order)[0]?.[0];
  const best = last === undefined ? undefined : board.best[last];
  if (best === undefined) return nothing;
  return html`<div class="to-beat"><span class="label">${words('toBeat')}</span><b>${formatTime(best.timeUs)}</b>${personName(best.name)}</div>`;
}

function spine(points: readonly Point[], best: Board['best']) {
  return html`<ol class="splits spine">
    <li class="label"><span>${words('split')}</span><span>${words('best')}</span></li>
    ${points.map(([id, { name }]) => {
      const so = best[id];
      return html`<li><b>${name}</b><span>${so === undefined ? '' : formatTime(so.timeUs)}</span></li>`;
    })}
  </ol>`;
}

export class PairDuel extends LightElement {
  static override properties = {
    board: { attribute: false },
    event: { attribute: false },
    shape: { attribute: false },
    live: { attribute: false },
  };
  declare board: Board;
  declare event: EventState | undefined;
  declare shape: Shape;
  declare live: Source;

  protected override render() {
    const { race, rows, course } = this.board;
    const room = rooms[this.shape];
    const over = isOver(this.board);
    const lanes = lanesOf(rows);
    const best = bestSoFar(this.event, race.id, room.standings);
    // While nobody skates, a long race too leaves room for where it stands in its event.
    const waits = best.length > 0 && race.status !== 'running';
    const points = pointsShown(course, lanes, waits ? room.pointsWithStandings : pointsMost);
    const roomy = best.length > 0 && points.length <= room.pointsWithStandings;
    const space = roomy ? room.splits : room.splitsAlone;
    const height = Math.min(room.splitMost, space / Math.max(1, points.length));
    return html`
      <header>
        <div class="title"><p class="meet">${race.meetName}</p><h1>${race.eventName}</h1><p class="race">${race.name}</p></div>
        ${toBeat(this.board)}
        <div class="state">${statusLine(this.board)}</div>
      </header>
      <section class=${`lanes lanes-${lanes.length}`} .style=${`--h:${Math.round(height * 100) / 100}rem`}>
        ${lanes.map((lane) => html`<lane-panel .board=${this.board} .lane=${lane} .lanes=${lanes} .points=${points} .time=${this.live.clock}></lane-panel>`)}
        ${spine(points, this.board.best)}
      </section>
      ${roomy ? html`<standings-strip .best=${best} .race=${race.id} .over=${over}></standings-strip>` : nothing}
      <footer>${over ? sheetFoot(this.board) : nothing}<board-ticker .board=${this.board}></board-ticker></footer>`;
  }
}

customElements.define('pair-duel', PairDuel);
