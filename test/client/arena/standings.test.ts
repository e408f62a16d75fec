import { expect, it } from 'vitest';
import { resultsOf, standingsPages } from '../../../client/arena/event-standings.ts';
import { bestSoFar, timeText } from '../../../client/arena/standings-strip.ts';
import { footTexts } from '../../../client/kit/sheet-foot.ts';
import { pendingText } from '../../../client/kit/status-words.ts';
import { officialMassStart } from '../fixtures.ts';
import { longStandings, officialWithPending, teamStandings, withConditions } from '../team-fixtures.ts';

it('[V19] who has skated or will not is in the standings, and who is still to come is not', () => {
  const event = teamStandings();
  expect(Object.keys(event.standings)).toHaveLength(12);
  expect(resultsOf(event).map(([, { rank }]) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(resultsOf(longStandings(6)).map(([, { rank, status }]) => rank ?? status)).toEqual([1, 2, 3, 4, 'DQ', 'DNS']);
});

it.each([
  [24, 'wide', 1],
  [25, 'wide', 2],
  [24, 'tall', 1],
  [25, 'tall', 2],
  [9, 'banner', 1],
  [10, 'banner', 2],
] as const)('[V17] [V19] standings of %i on a %s screen are %i page(s)', (count, shape, pages) => {
  expect(standingsPages(longStandings(count), shape)).toBe(pages);
});

it('[V19] standings in which nobody is have no page', () => {
  expect(standingsPages({ ...teamStandings(), standings: {} }, 'wide')).toBe(0);
});

it('[V18] the pair on the ice stands among the best whatever its rank', () => {
  const event = longStandings(40);
  const strip = (race: string) => bestSoFar(event, race, 8).map(([, { rank }]) => rank);
  expect(strip('m1000-1')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(strip('m1000-15')).toEqual([1, 2, 3, 4, 5, 6, 29, 30]);
  expect(strip('another')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(bestSoFar(undefined, 'm1000-1', 8)).toEqual([]);
  expect(bestSoFar(event, 'm1000-1', 0)).toEqual([]);
});

it('[V20] who would be changed by facts that came after the signature is named, and nobody else is', () => {
  const board = officialWithPending();
  const [second] = Object.values(board.rows).filter(({ rank }) => rank === 2);
  expect(pendingText(board)).toBe(`Later facts would change ${second!.name}`);
  expect(pendingText(officialMassStart())).toBeUndefined();
});

it('[V13] the foot of a sheet says what is known of ice, air and officials, and nothing of what is not', () => {
  expect(footTexts(withConditions(officialMassStart()))).toEqual([
    'Air 15.2 °C',
    'Ice -6.1 °C',
    'Humidity 38 %',
    'Referee Alexander Kibalko',
    'Starter Jan Willem Zwart',
  ]);
  expect(footTexts({ conditions: { end: { iceDeciC: 0 } }, officials: { starter: '{name}' } })).toEqual([
    'Ice 0.0 °C',
    'Starter {name}',
  ]);
  expect(footTexts({})).toEqual([]);
});

it('[V19] of a combined event the points stand where the time would, and a ruling over both', () => {
  const line = { order: 1, rank: 1, race: 'p1', entry: 'a', name: 'A', samalog: 71_005 };
  expect(timeText(line)).toBe('71.005');
  expect(timeText({ ...line, status: 'DQ' })).toBe('DQ');
});
