import { describe, expect, it } from 'vitest';
import { linkTo, placeOf } from '../../../client/results/address.ts';
import { lapChart } from '../../../client/results/chart-points.ts';
import { findSkaters, foundMost } from '../../../client/results/find-skaters.ts';
import { columnsOf } from '../../../client/results/race-columns.ts';
import { standingColumns } from '../../../client/results/standings-columns.ts';
import type { Row } from '../../../shared/board.ts';
import { meetSchema } from '../../../shared/meet.ts';
import { demoBoard } from '../../screens/demo-board.ts';
import { finishedMassStart, runningMassStart } from '../fixtures.ts';
import { heat } from '../heat-fixtures.ts';
import { pair, standings } from '../pair-fixtures.ts';

describe('addresses', () => {
  it('[V25][V65] name one thing of a meet, and keep how and when it is shown', () => {
    const place = { meet: 'wc1', race: 'ms-final' };
    expect(linkTo(place, '?theme=light&lang=nl&at=5&event=x')).toBe(
      '/results?meet=wc1&race=ms-final&theme=light&lang=nl&at=5',
    );
    expect(placeOf('?meet=wc1&race=ms-final&theme=light')).toEqual(place);
    expect(linkTo({}, '')).toBe('/results');
    expect(placeOf('?race=&x=1')).toEqual({});
  });
});

describe('search', () => {
  const skaters = ["Dai Dai N'tab", "Sanne in 't Hof", 'Antoine Gélinas-Beaulieu', 'Hwang Dae-Heon'];
  const meet = meetSchema.parse({
    id: 'm1',
    name: 'M',
    venue: 'V',
    dates: { from: '2026-11-20', to: '2026-11-22' },
    timeZone: 'Europe/Amsterdam',
    athletes: skaters.map((name, i) => ({ id: `a${i}`, name, nation: i === 2 ? 'CAN' : 'NED' })),
    events: [{ id: 'm500', name: '500 m', kind: 'pairs', distance: 500, track: { lapMetres: 400 } }],
    races: [1, 2].map((n) => ({
      id: `p${n}`,
      event: 'm500',
      name: `Pair ${n}`,
      entries: skaters.map((_, i) => ({ id: `e${i}`, athlete: `a${i}`, bib: `0${i}` })),
    })),
  });
  const names = (typed: string) => findSkaters(meet, typed).map(({ name }) => name);

  it.each([
    ['gelinas', ['Antoine Gélinas-Beaulieu']],
    ['BEAU', ['Antoine Gélinas-Beaulieu']],
    ['tab', ["Dai Dai N'tab"]],
    ['hof sanne', ["Sanne in 't Hof"]],
    ['can', ['Antoine Gélinas-Beaulieu']],
    ['03', ['Hwang Dae-Heon']],
    ['3', []],
    ['heon x', []],
  ])('[V25][D1] "%s" finds %j, whatever accents the keyboard has', (typed, expected) => {
    expect(names(typed)).toEqual(expected);
  });

  it('[V25] a skater is found once, with all his races', () => {
    expect(findSkaters(meet, 'hwang')).toEqual([
      {
        name: 'Hwang Dae-Heon',
        nation: 'NED',
        bib: '03',
        races: [
          { id: 'p1', name: '500 m · Pair 1' },
          { id: 'p2', name: '500 m · Pair 2' },
        ],
      },
    ]);
    const many = {
      ...meet,
      races: meet.races.map((race) => ({
        ...race,
        entries: Array.from({ length: 50 }, (_, i) => ({ id: `x${i}`, name: `Skater ${i}` })),
      })),
    };
    expect(findSkaters(many, 'skater')).toHaveLength(foundMost);
  });
});

describe('columns', () => {
  it('[M10][V25] a mass start has the columns of its sheet', () => {
    const board = finishedMassStart(12);
    const columns = columnsOf(board);
    expect(columns.map(({ head }) => head)).toEqual(['Laps', 'S1', 'S2', 'S3', 'F', 'Pts', 'Time']);
    const first = Object.values(board.rows).find(({ rank }) => rank === 1)!;
    expect(columns.at(-1)?.text(first)).toMatch(/^7:\d\d\.\d\d/);
  });

  it('[V25] while it is skated the time is the gap', () => {
    expect(columnsOf(runningMassStart(24)).at(-1)?.head).toBe('Gap');
  });

  it('[M10][V25] a pair has lane, time and behind', () => {
    const heads = columnsOf(pair(1000, 3)).map(({ head }) => head);
    expect(heads).toEqual(expect.arrayContaining(['Lane', 'Time', 'Behind']));
    expect(heads).not.toContain('Laps');
  });

  it('[V56] a heat of short track has its times and what lies between them in thousandths', () => {
    const board = heat(5, 5);
    const text = (head: string) => columnsOf(board).find((column) => column.head === head)?.text;
    const [first, second] = Object.values(board.rows).sort((a, b) => a.order - b.order) as [Row, Row];
    expect(text('Time')?.(first)).toMatch(/^\d\d\.\d{3}$/);
    expect(text('Behind')?.(second)).toMatch(/^\+\d\.\d{3}$/);
  });

  it('[V55] a lap chart is of places where all skate together, and of lap times against the clock', () => {
    const pack = lapChart(demoBoard(388));
    expect(pack).toMatchObject({ of: 'places', top: 1, bottom: 24 });
    expect(pack?.lines).toHaveLength(24);
    const pairOf = lapChart(pair(1000, 3));
    expect(pairOf).toMatchObject({ of: 'laps', points: ['600', '1000'] });
    expect(pairOf?.lines.every(({ values }) => values.length === 2)).toBe(true);
    expect(lapChart(pair(500, 0))).toBeUndefined();
  });

  it('[V25] standings have only columns that say something', () => {
    const event = standings(1000);
    const rows = Object.values(event.standings);
    const heads = (all: typeof rows) => standingColumns(event, all).map(({ head }) => head);
    expect(heads(rows)).toEqual(['Time']);
    const first = {
      ...rows[0]!,
      behindUs: 120_000,
      cup: { points: 54, mark: 'N' },
      parts: { 2: { order: 2 }, 1: { order: 1 } },
    };
    expect(heads([first])).toEqual(['Run 1', 'Run 2', 'Time', 'Behind', 'WC points']);
    expect(
      standingColumns(event, [first])
        .map(({ text }) => text(first))
        .slice(-2),
    ).toEqual(['+0.12', '54 (N)']);
  });
});
