// Which topics a screen needs for what it was told and what it has heard so far; each may name others. Pure.
import type { Board } from '../../shared/board.ts';
import type { MeetState, Now } from '../../shared/meet-state.ts';
import { isOver, isRankedInEvent } from './scene.ts';
import type { View } from './views.ts';

/** What a screen was told; without a race, event or meet it follows what is on. */
export interface Told {
  readonly view: View;
  readonly race?: string | undefined;
  readonly event?: string | undefined;
  readonly meet?: string | undefined;
}

interface Known {
  /** What is on anywhere; of a meet that was told, its own state says it. */
  readonly now?: (Now & { readonly meet?: string }) | undefined;
  readonly board?: Board | undefined;
  readonly meet?: MeetState | undefined;
}

export interface Wanted {
  readonly now?: 'now';
  readonly board?: string | undefined;
  /** The race that comes, for its start list. */
  readonly next?: string | undefined;
  readonly event?: string | undefined;
  readonly meet?: string | undefined;
  readonly selections?: string | undefined;
}

/** Pictures that are not of a race. */
const ofMeet: ReadonlySet<Told['view']> = new Set(['selection', 'programme', 'break', 'sponsors']);

/** It shows one race, or one event, whatever else is on. */
export function isTold({ view, race, event }: Told): boolean {
  if (ofMeet.has(view)) return false;
  return race !== undefined || (event !== undefined && (view === 'auto' || view === 'standings'));
}

function raceOf({ view, race, event }: Told, now: Now | undefined): string | undefined {
  if (ofMeet.has(view)) return undefined;
  if (event !== undefined && (view === 'standings' || (view === 'auto' && race === undefined))) return undefined;
  const on = now?.race ?? now?.onIce.at(-1);
  if (view === 'startList') return race ?? now?.called ?? now?.next ?? on;
  return race ?? (view === 'result' ? (now?.lastResult ?? on) : on);
}

function eventOf({ view, race, event }: Told, board: Board | undefined): string | undefined {
  if (view === 'standings') return event ?? board?.race.event;
  if (board !== undefined) return isRankedInEvent(board) ? board.race.event : undefined;
  return race === undefined ? event : undefined;
}

/** The topic of an id, where there is one. */
const topic = (kind: string, id: string | undefined) => id && `${kind}/${id}`;

export function wantedBy(told: Told, { now, board, meet }: Known): Wanted {
  if (told.view === 'blank') return {};
  const follows = !isTold(told);
  const on = told.meet === undefined ? now : meet?.now;
  const race = raceOf(told, on);
  const hasMeet = follows && (told.view !== 'auto' || board === undefined || isOver(board));
  const meetId = told.meet ?? (hasMeet ? now?.meet : undefined);
  const hasSelections = meetId !== undefined && meet?.meet.id === meetId && meet.selections !== undefined;
  return {
    ...(follows && told.meet === undefined && { now: 'now' }),
    board: topic('race', race),
    next: topic('race', told.view === 'auto' && hasMeet ? on?.next : undefined),
    event: topic('event', eventOf(told, race === undefined ? undefined : board)),
    meet: topic('meet', meetId),
    selections: topic('selection', hasSelections && follows ? meetId : undefined),
  };
}
