// What an operator has chosen: a graphic, whom, which sprint or which correction it is about, and the take that follows. Pure.
import type { AiredState } from '../../shared/aired.ts';
import type { Board } from '../../shared/board.ts';
import type { Graphic, Take } from '../../shared/on-air.ts';
import { alertsOf } from '../kit/aired-texts.ts';
import { featuredSprint, sprintKeys } from '../kit/sprint-words.ts';
import { correctionData } from '../overlay/correction-graphic.ts';

/** In the order of their numbers; a test holds them equal to those of the wire. */
export const graphics: readonly Graphic[] = [
  'clock',
  'tower',
  'pair',
  'group',
  'sprint',
  'athlete',
  'result',
  'needs',
  'correction',
];

/** These are of whatever is on: nobody takes a clock anew for every pair. */
const following: readonly Graphic[] = ['clock', 'tower', 'pair', 'group'];

/** A graphic, and what it is about where somebody chose that. */
export interface Choice {
  readonly graphic: Graphic;
  readonly option?: string | undefined;
}

/** What there is to choose from. */
export interface Desk {
  readonly board: Board;
  readonly aired: AiredState | undefined;
  /** The page stays with one race. */
  readonly asked: string | undefined;
}

function entriesOf({ rows }: Board): readonly string[] {
  return Object.entries(rows)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([entry]) => entry);
}

/** Whom or what a graphic may be about; the first unless chosen, of sprints the one that matters now. */
function optionsOf({ graphic }: Choice, { board, aired }: Desk): readonly string[] {
  if (graphic === 'athlete') return entriesOf(board);
  if (graphic === 'sprint') return sprintKeys(board.sprints);
  return graphic === 'correction' ? alertsOf(aired).map(([key]) => key) : [];
}

/** What the graphic is about. */
export function optionOf(choice: Choice, desk: Desk): string | undefined {
  const options = optionsOf(choice, desk);
  const wanted = choice.option ?? (choice.graphic === 'sprint' ? featuredSprint(desk.board) : undefined);
  return options.find((option) => option === wanted) ?? options[0];
}

/** The next option, or the one before, round and round. */
export function stepped(choice: Choice, desk: Desk, by: 1 | -1): Choice {
  const options = optionsOf(choice, desk);
  const at = options.indexOf(optionOf(choice, desk) ?? '');
  return options.length === 0 ? choice : { ...choice, option: options[(at + by + options.length) % options.length] };
}

/** A caption says what was known when it was taken. */
function captionOf(key: string, { aired }: Desk): Take | undefined {
  const alert = aired?.alerts[key];
  const data = alert && correctionData(alert);
  if (alert === undefined || data === undefined) return undefined;
  return { graphic: 'correction', race: alert.race, alert: key, latched: { version: 0, data: { ...data } } };
}

/** The take of a choice; undefined where there is nothing it could be about. */
export function takeOf(choice: Choice, desk: Desk): Take | undefined {
  const { graphic } = choice;
  const option = optionOf(choice, desk);
  if (graphic === 'correction') return option === undefined ? undefined : captionOf(option, desk);
  const race = following.includes(graphic) ? desk.asked : desk.board.race.id;
  return {
    graphic,
    ...(race !== undefined && { race }),
    ...(graphic === 'athlete' && option !== undefined && { entry: option }),
    ...(graphic === 'sprint' && option !== undefined && { sprint: option }),
  };
}

/** The caption of the newest correction that has none yet. */
export function captionDue(desk: Desk): Take | undefined {
  const due = alertsOf(desk.aired).find(([, { captioned }]) => captioned !== true);
  return due && captionOf(due[0], desk);
}
