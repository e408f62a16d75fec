import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printedTime } from '../../server/demo/sheet.ts';
import { type Distances, listed, ridden } from '../engine/distances.ts';

const file = fileURLToPath(new URL('../../../shared/data/other/web-extracts.json', import.meta.url));
const why = 'skipped where there are no extracts in ../shared/data beside the checkout';

interface Extracts {
  okt_2021_men_500m_two_runs: {
    rows: { rank?: number; name: string; run1?: string; run2?: string | null; best?: string; pb?: boolean }[];
  };
  samalog_examples: { rows: { skater: string; times: Record<string, string>; points?: number[]; total: number }[] };
}

const data = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Extracts) : undefined;
if (data === undefined) it.skip(`[L10][L4] ${why}`, () => {});

/** The seconds at the head of `34.89 (after another false start)`; undefined where no time was made. */
function secondsOf(text: string | null | undefined): number | undefined {
  const time = /^(\d+:)?\d+\.\d\d/.exec(text ?? '')?.[0];
  return time === undefined ? undefined : printedTime(time).timeUs / 1_000_000;
}

function statusOf(text: string | null | undefined): 'DNS' | 'DNF' {
  return /fell|slipped/.test(text ?? '') ? 'DNF' : 'DNS';
}

describe.each(data?.samalog_examples.rows ?? [])('the four distances of $skater', ({ times, points, total }) => {
  const distances = Object.keys(times).sort((a, b) => Number(a) - Number(b));
  const told: Distances = {
    events: distances.map((id) => ({ id, distance: Number(id) })),
    races: distances.map((id) => ({ id: `r${id}`, event: id, skates: [{ who: 'a', time: secondsOf(times[id])! }] })),
    more: { combined: [{ id: 'allround', name: 'Allround', of: distances }] },
  };

  it('[L10] add up to the printed total', () => {
    const [line] = listed(ridden(told), 'allround');
    expect(line!.samalog! / 1000).toBe(total);
    const parts = Object.values(line!.parts!).sort((a, b) => a.order - b.order);
    if (points !== undefined) expect(parts.map(({ samalog }) => samalog! / 1000)).toEqual(points);
    expect(parts.map(({ samalog = 0 }) => samalog).reduce((sum, one) => sum + one, 0)).toBe(line!.samalog);
  });
});

describe.skipIf(data === undefined)('the 500 m of the trials of 2021, best of two runs', () => {
  const rows = data?.okt_2021_men_500m_two_runs.rows ?? [];
  const raceOf = (run: 1 | 2) =>
    rows.flatMap(({ name, run1, run2, pb }, i) => {
      const text = run === 1 ? run1 : run2;
      if (text === undefined || text === null) return [];
      const time = secondsOf(text);
      const pbUs = pb === true ? { pbUs: printedTime(run1!).timeUs } : {};
      const skate = {
        who: `s${i}`,
        entry: { name, ...pbUs },
        ...(time === undefined ? { status: statusOf(text) } : { time }),
      };
      return [{ id: `run${run}-${i}`, run, skates: [skate] }];
    });
  const told: Distances = {
    events: [{ id: '500', distance: 500, rules: { runs: 2, runsCount: 'best' } }],
    races: [...raceOf(1), ...raceOf(2)],
  };
  const bests = rows
    .map(({ name, best, run1 }) => ({ name, time: secondsOf(best ?? run1) }))
    .sort((a, b) => a.time! - b.time!);

  it('[L4] ranks by the better of the two, and who slipped or withdrew keeps the first', () => {
    const lines = listed(ridden(told), '500');
    expect(lines.map(({ name, timeUs }) => ({ name, time: timeUs! / 1_000_000 }))).toEqual(bests);
    for (const { rank, name } of rows) if (rank !== undefined) expect(lines[rank - 1]).toMatchObject({ rank, name });
  });

  it('[L4] has another leader after the first run', () => {
    const half = listed(ridden(told, raceOf(1).length), '500');
    expect([half[0]?.name, half[3]?.name]).toEqual(["Dai Dai N'tab", 'Thomas Krol']);
  });

  it('[T6] the winner set a personal best in the second run', () => {
    const [first] = listed(ridden(told), '500');
    expect(first).toMatchObject({ name: 'Merijn Scheperkamp', marks: { PB: true } });
  });
});
