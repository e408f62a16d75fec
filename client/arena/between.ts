// The pictures of a hall that does not race: loaded after the first picture, so that a race is never kept waiting for them.
import { html, nothing } from 'lit';
import type { Board } from '../../shared/board.ts';
import type { Source } from '../kit/source.ts';
import { type Heard, type Slide, slideAt, slidesOf } from './slides.ts';
import { sponsorsOf } from './sponsors.ts';
import { sprintPop } from './sprint-pop.ts';
import type { View } from './views.ts';

import './break-screen.ts';
import './day-timetable.ts';
import './event-standings.ts';
import './idle-screen.ts';
import './lap-counter.ts';
import './selection-board.ts';
import './sponsor-board.ts';

/** What a screen was told besides its view, and where it is in its turns. */
interface Shown {
  readonly live: Source;
  /** What it was asked to show, for the case that there is no such thing. */
  readonly wanted: string | undefined;
  readonly turn: number;
}

export interface Picture {
  /** The class of the page's picture. */
  readonly scene: string;
  readonly picture: unknown;
}

/** What a screen shows now; `race` or `next` where that is a picture of a race. */
export function pictureOf(view: View, heard: Heard, shown: Shown): Picture | 'race' | 'next' {
  const { board, meet } = heard;
  const { live } = shown;
  if (view === 'lapcounter') {
    return {
      scene: view,
      picture: html`<lap-counter .board=${board} .meet=${meet} .live=${live}></lap-counter>`,
    };
  }
  const { slide, page, round } = slideAt(slidesOf(view, heard), shown.turn);
  if (slide.picture === 'race' || slide.picture === 'next') return slide.picture;
  return { scene: slide.picture, picture: drawn(slide, page, round, heard, shown) };
}

function drawn(
  { picture, selection = '', turns }: Slide,
  page: number,
  round: number,
  heard: Heard,
  { live, wanted }: Shown,
) {
  const { board, event, meet, selections, sponsors, shape } = heard;
  switch (picture) {
    case 'standings':
      return html`<event-standings .event=${event} .race=${board?.race.id} .page=${page} .shape=${shape}></event-standings>`;
    case 'timetable':
      return html`<day-timetable .meet=${meet} .page=${page} .shape=${shape} .live=${live}></day-timetable>`;
    case 'selection':
      return html`<selection-board .selection=${selections?.selections[selection]} .meet=${meet} .page=${page} .shape=${shape}></selection-board>`;
    case 'break':
      return html`<break-screen .meet=${meet} .live=${live}></break-screen>`;
    case 'sponsors':
      return html`<sponsor-board .pictures=${sponsors} .index=${round * turns + page}></sponsor-board>`;
    case 'idle':
      return html`<idle-screen .meet=${meet} .wanted=${wanted}></idle-screen>`;
    default:
      return nothing;
  }
}

/** The points of a sprint that was just decided, and how long they stay. */
export function popOf(
  board: Board,
  nowUs: number | undefined,
): { readonly leftMs: number; readonly picture: unknown } | undefined {
  const pop = sprintPop(board, nowUs);
  if (pop === undefined) return undefined;
  return { leftMs: pop.leftMs, picture: html`<sprint-pop .board=${board} .sprint=${pop.sprint}></sprint-pop>` };
}

/** Looks for sponsors' pictures from now on, until the returned function is called. */
export const watchSponsors = sponsorsOf;
