// What a page says, read off the page; and what it has to say by the board of the server. Equal, or the page is wrong.
import type { Page } from 'playwright-core';
import { inOrder } from '../../client/arena/gliding-line.ts';
import { iceLines } from '../../client/arena/ice-lines.ts';
import { isOver } from '../../client/arena/scene.ts';
import { lanesOf } from '../../client/kit/lanes.ts';
import { gapText, pointsText, resultText } from '../../client/kit/row-texts.ts';
import type { Board } from '../../shared/board.ts';
import { formatDiff, formatTime } from '../../shared/format-time.ts';

type Lines = readonly (readonly string[])[];

/** Every line of a list from top to bottom, as its cells stand in it. */
export interface Shown {
  readonly laps?: string;
  readonly ice?: Lines;
  readonly result?: Lines;
  readonly lanes?: readonly { readonly who: string; readonly splits: Lines }[];
}

/** Reads the lists of a page as the eye does: by where they stand, not by where they are in the document. */
export function shownOn(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const text = (element: Element, selector: string) => element.querySelector(selector)?.textContent ?? '';
    const fromTop = (selector: string) => {
      const all = [...document.querySelectorAll(selector)].map((row) => ({ row, box: row.getBoundingClientRect() }));
      all.sort((a, b) => a.box.left - b.box.left || a.box.top - b.box.top);
      return all.map(({ row }) => row);
    };
    const cells = (selector: string, parts: readonly string[]) =>
      fromTop(selector).map((row) => [row.getAttribute('data-entry') ?? '', ...parts.map((part) => text(row, part))]);
    if (document.querySelector('result-sheet')) {
      return { result: cells('result-sheet li.line', ['.place', '.name', '.total', '.time']) };
    }
    if (document.querySelector('ice-order')) {
      const laps = text(document.body, 'race-tower :is(.laps b, .flag)');
      return { laps, ice: cells('ice-order li.line', ['.place', '.name', '.points', '.gap']) };
    }
    const lanes = [...document.querySelectorAll('lane-panel')].map((lane) => ({
      who: text(lane, '.armband .name'),
      splits: [...lane.querySelectorAll('.splits li:not(.label)')]
        .filter((row) => row.childElementCount > 0)
        .map((row) => ['.time', '.rank', '.diff'].map((part) => text(row, part))),
    }));
    return { lanes };
  });
}

const number = (value: number | undefined) => (value === undefined ? '' : String(value));

/** What has to be shown of `board`; of a long pair as many splits as `shown` has, the last ones. */
export function shownOf(board: Board, shown: Shown): Shown {
  const total = (row: Board['rows'][string]) => pointsText(row.points?.total);
  if (board.race.kind !== 'massStart') {
    const points = Object.entries(board.course).sort(([, a], [, b]) => a.order - b.order);
    const lanes = lanesOf(board.rows).map(({ row }, lane) => {
      const splits = points.flatMap(([id]) => {
        const split = row.splits[id];
        if (split === undefined) return [];
        const { timeUs, rank, diffUs, estimated } = split;
        const time = `${estimated === true ? '~' : ''}${formatTime(timeUs)}`;
        return [[time, number(rank), diffUs === undefined ? '' : formatDiff(diffUs)]];
      });
      const fits = shown.lanes?.[lane]?.splits.length ?? 0;
      return { who: row.name, splits: splits.length > 0 && fits === 0 ? splits : splits.slice(splits.length - fits) };
    });
    return { lanes };
  }
  if (isOver(board)) {
    const rows = inOrder(board.rows);
    return { result: rows.map(([id, row]) => [id, number(row.rank), row.name, total(row), resultText(row)]) };
  }
  const rows = iceLines(board).lines.flatMap(({ key, kind }) => {
    const row = board.rows[key];
    return kind === 'band' || row === undefined
      ? []
      : [[key, number(row.position), row.name, total(row), gapText(row)]];
  });
  return { laps: board.laps.toGo === 0 && board.laps.leader > 0 ? 'Finish' : String(board.laps.toGo), ice: rows };
}
