// Heats of short track as the engine has them, for pictures: a 500 m of so many skaters, so many crossings on.
import type { Board } from '../../shared/board.ts';
import type { FactDraft } from '../../shared/facts.ts';
import { meetSchema } from '../../shared/meet.ts';
import { boardOf } from '../golden/golden-race.ts';

const gunUs = 1_790_000_000_000_000;

const skaters: readonly (readonly [name: string, nation: string])[] = [
  ["Jens VAN 'T WOUT", 'NED'],
  ['HWANG Dae-Heon', 'KOR'],
  ['Jordan PIERRE-GILLES', 'CAN'],
  ['Pietro SIGHEL', 'ITA'],
  ['Felix RUSSO', 'CAN'],
  ['LIU Shaolin Sandor', 'CHN'],
  ['Reinis BĒRZIŅŠ', 'LAT'],
  ['Stijn DESMET', 'BEL'],
  ['Diane SELLIER', 'POL'],
  ['Denis NIKISHA', 'KAZ'],
];

/** Seconds after the first of each place. */
const behind = [0, 0.087, 0.194, 0.31, 1.42, 0.402, 0.561, 0.633, 0.874, 1.02];
const leaderAt = [6.911, 15.742, 24.204, 32.711, 41.388];

const meetOf = (count: number) =>
  meetSchema.parse({
    id: 'wt-demo',
    name: 'World Tour Short Track · Dordrecht',
    venue: 'Optisport',
    dates: { from: '2026-11-20', to: '2026-11-22' },
    timeZone: 'Europe/Amsterdam',
    events: [{ id: 'm500', name: "Men's 500 m", kind: 'shortTrack', distance: 500, track: { lapMetres: 111.12 } }],
    races: [
      {
        id: 'r',
        event: 'm500',
        name: count > 7 ? 'Final A' : 'Quarterfinal 2',
        scheduledAt: Date.UTC(2026, 10, 20, 15, 30) * 1000,
        entries: skaters.slice(0, count).map(([name, nation], i) => ({
          id: `e${i + 1}`,
          name,
          nation,
          helmet: String(i === 3 ? 144 : i + 1),
          pbUs: i === 2 ? 99e6 : 1e6,
        })),
      },
    ],
  });

/** The heat after so many crossings; after five of them one is penalised, one advanced and one was still on the ice. */
export function heat(count: number, crossings: number): Board {
  const meet = meetOf(count);
  const said = { race: 'r', source: 'timing' };
  const isOver = crossings === leaderAt.length;
  const passing = (n: number, point: number): FactDraft[] => {
    if (isOver && n === count && point > 2) return [];
    const at = gunUs + Math.round(((leaderAt[point] as number) + (behind[n - 1] ?? 0)) * 1e6);
    return [{ ...said, id: `e${n}.${point}`, kind: 'passing', at, loop: 'finish', how: 'transponder', entry: `e${n}` }];
  };
  const points = Array.from({ length: crossings }, (_, point) => point);
  const passings = points.flatMap((point) => meet.races[0]!.entries.flatMap((_, i) => passing(i + 1, point)));
  const gun: FactDraft[] = crossings === 0 ? [] : [{ ...said, id: 'gun', kind: 'start', at: gunUs }];
  const decided: FactDraft[] = isOver
    ? [
        { ...said, id: 'pen', kind: 'ruling', entry: 'e2', status: 'PEN', code: 'S1' },
        { ...said, id: 'adv', kind: 'ruling', entry: 'e4', status: 'ADV' },
        { ...said, id: 'close', kind: 'close', toUs: gunUs + 90_000_000 },
      ]
    : [];
  return boardOf(meet, [...gun, ...passings, ...decided], 5000);
}
