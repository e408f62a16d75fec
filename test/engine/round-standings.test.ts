import { describe, expect, it } from 'vitest';
import type { RulingStatus } from '../../shared/facts.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import type { Standing } from '../../shared/meet-state.ts';
import { massStartMeet, Script } from './script.ts';

const head = massStartMeet();

/** Two semi-finals of four over one lap, finals A and B; of each two go to A and two to B, or two to A alone. */
function meetOf(withB = true): Meet {
  const entries = (ids: string) => [...ids].map((id) => ({ id, name: id, nation: 'NED' }));
  const advance = [{ places: 2, to: 'A', mark: 'QA' }, ...(withB ? [{ places: 1, to: 'B', mark: 'QB' }] : [])];
  const track = { lapMetres: 111.12 };
  const rounds = [{ id: 'semi', advance }, { id: 'B' }, { id: 'A' }];
  return meetSchema.parse({
    ...head,
    events: [{ id: 'st', name: '111 m', kind: 'shortTrack', distance: 111.12, track, rounds }],
    races: [
      { id: 's1', event: 'st', name: 's1', round: 'semi', entries: entries('abcd') },
      { id: 's2', event: 'st', name: 's2', round: 'semi', entries: entries('efgh') },
      { id: 'B', event: 'st', name: 'B', round: 'B', entries: [] },
      { id: 'A', event: 'st', name: 'A', round: 'A', entries: [] },
    ],
  });
}

/** Over the line in this order, from `first` seconds on, a second apart. */
function skate(script: Script, race: string, order: string, first = 10): void {
  script.start(race, 0);
  for (const [i, entry] of [...order].entries()) script.cross(entry, first + i, { race });
}

function rule(script: Script, race: string, entry: string, status: RulingStatus): void {
  script.say({ kind: 'ruling', race, entry, status });
}

function standings(script: Script): (Standing & { text: string })[] {
  return Object.values(script.event('st').standings)
    .sort((a, b) => a.order - b.order)
    .map((standing) => ({ ...standing, text: `${standing.rank ?? '-'} ${standing.entry}` }));
}

function listed(script: Script): string {
  return standings(script)
    .map(({ text }) => text)
    .join(', ');
}

/** Both semi-finals: a, b and e, f to A, c and g to B, h before d by time. */
function semis(withB = true): Script {
  const script = new Script(meetOf(withB));
  skate(script, 's1', 'abcd', 10);
  skate(script, 's2', 'efgh', 9.5);
  return script;
}

function finals(): Script {
  const script = semis();
  skate(script, 'B', 'gc');
  skate(script, 'A', 'feab');
  return script;
}

describe('the ranking of an event over its rounds', () => {
  it('[S3] has final A, then final B, then the others by time', () => {
    const script = finals();
    expect(listed(script)).toBe('1 f, 2 e, 3 a, 4 b, 5 g, 6 c, 7 h, 8 d');
    expect(standings(script).map(({ round }) => round)).toEqual(['A', 'A', 'A', 'A', 'B', 'B', 'semi', 'semi']);
  });

  it('[S3] gives those out with the same time to the thousandth the same rank', () => {
    const script = new Script(meetOf(false));
    skate(script, 's1', 'abcd', 10);
    skate(script, 's2', 'efgh', 10.0004);
    skate(script, 'A', 'feab');
    expect(listed(script)).toBe('1 f, 2 e, 3 a, 4 b, 5 c, 5 g, 7 d, 7 h');
  });

  it('[S9] puts a penalty of final A behind all of finals A and B, and before who reached no final', () => {
    const script = finals();
    rule(script, 'A', 'f', 'PEN');
    expect(listed(script)).toBe('1 e, 2 a, 3 b, 4 g, 5 c, 6 f, 7 h, 8 d');
    rule(script, 'A', 'e', 'PEN');
    expect(listed(script)).toBe('1 a, 2 b, 3 g, 4 c, 5 e, 5 f, 7 h, 8 d');
    rule(script, 'B', 'c', 'PEN');
    expect(listed(script)).toBe('1 a, 2 b, 3 g, 4 e, 4 f, 6 c, 7 h, 8 d');
  });

  it('[S9] promotes who is third in A by two penalties there, and the winner of B to a medal by one more', () => {
    const script = finals();
    for (const entry of ['f', 'e']) rule(script, 'A', entry, 'PEN');
    expect(
      standings(script)
        .slice(0, 3)
        .map(({ entry }) => entry),
    ).toEqual(['a', 'b', 'g']);
  });

  it('[S3] keeps who did not finish a final in it, behind the finishers, and who did not start it behind him', () => {
    const script = finals();
    rule(script, 'A', 'f', 'DNF');
    rule(script, 'A', 'e', 'DNS');
    expect(listed(script)).toBe('1 a, 2 b, 3 f, 4 e, 5 g, 6 c, 7 h, 8 d');
    expect(standings(script)[2]).toMatchObject({ entry: 'f', status: 'DNF', round: 'A' });
  });

  it('[S3] has those without a time at the end of their round: who did not finish, then a penalty', () => {
    const script = new Script(meetOf(false));
    skate(script, 's1', 'abcd', 10);
    skate(script, 's2', 'efgh', 9.5);
    rule(script, 's2', 'e', 'PEN');
    rule(script, 's1', 'c', 'DNF');
    skate(script, 'A', 'bafg');
    expect(listed(script)).toBe('1 b, 2 a, 3 f, 4 g, 5 h, 6 d, 7 c, 8 e');
  });

  it('[S5] takes the earlier rounds away with a yellow card; two of them or a red one stand at the very end, unranked', () => {
    const script = finals();
    rule(script, 'A', 'f', 'YC');
    expect(listed(script)).toBe('1 e, 2 a, 3 b, 4 g, 5 c, 6 h, 7 d, - f');
    rule(script, 's2', 'h', 'RC');
    expect(listed(script)).toBe('1 e, 2 a, 3 b, 4 g, 5 c, 6 d, - f, - h');
    expect(standings(script).at(-1)).toMatchObject({ marks: { RC: true }, status: 'PEN' });
    rule(script, 'A', 'f', 'YC');
    expect(standings(script).filter(({ rank }) => rank === undefined)).toHaveLength(2);
  });

  it('[S3] has who never started at the end, without a rank', () => {
    const script = new Script(meetOf());
    rule(script, 's1', 'd', 'DNS');
    skate(script, 's1', 'abc', 10);
    skate(script, 's2', 'efgh', 9.5);
    skate(script, 'B', 'gc');
    skate(script, 'A', 'feab');
    expect(listed(script)).toBe('1 f, 2 e, 3 a, 4 b, 5 g, 6 c, 7 h, - d');
  });

  it('[S9] gives World Cup points by rank once every race is over', () => {
    const meet = meetOf();
    const script = new Script({
      ...meet,
      events: meet.events.map((event) => ({ ...event, cup: [10, 8, 6, 5, 4, 3, 2] })),
    });
    skate(script, 's1', 'abcd', 10);
    skate(script, 's2', 'efgh', 9.5);
    skate(script, 'B', 'gc');
    expect(standings(script).some(({ cup }) => cup)).toBe(false);
    skate(script, 'A', 'feab');
    expect(standings(script).map(({ cup }) => cup?.points)).toEqual([10, 8, 6, 5, 4, 3, 2, 0]);
  });

  it('[S3] is final once every race that was not cancelled is official', () => {
    const script = finals();
    for (const race of ['s1', 's2', 'B']) script.say({ kind: 'official', race, signer: 'R' });
    expect(standings(script).every(({ provisional }) => provisional)).toBe(true);
    script.say({ kind: 'official', race: 'A', signer: 'R' });
    expect(standings(script).some(({ provisional }) => provisional)).toBe(false);
  });
});

describe('as it stands', () => {
  it('[S3] before anybody has skated nobody has a rank', () => {
    expect(listed(new Script(meetOf()))).toBe('- a, - b, - c, - d, - e, - f, - g, - h');
  });

  it('[S3] who is still in stands before who is out, and those who have not skated keep their places free', () => {
    const script = new Script(meetOf());
    skate(script, 's1', 'abcd', 10);
    expect(listed(script)).toBe('1 a, 2 b, 3 c, - e, - f, - g, - h, 8 d');
    expect(standings(script)[0]).toMatchObject({ round: 'A', race: 's1', marks: { QA: true } });
    expect(standings(script)[2]).toMatchObject({ round: 'B', marks: { QB: true } });
    skate(script, 's2', 'efgh', 9.5);
    expect(listed(script)).toBe('1 e, 2 a, 3 f, 4 b, 5 g, 6 c, 7 h, 8 d');
  });

  it('[S3] who goes on has his time of the round before until he skates', () => {
    const script = semis();
    expect(standings(script)[0]).toMatchObject({ entry: 'e', round: 'A', race: 's2', timeUs: 9_500_000 });
    skate(script, 'A', 'feab');
    expect(standings(script)[0]).toMatchObject({ entry: 'f', round: 'A', race: 'A', timeUs: 10_000_000 });
    expect(standings(script)[0]?.marks).toBeUndefined();
  });

  it('[S4] whom the referee moved on is in that final', () => {
    const script = semis();
    rule(script, 's1', 'd', 'ADA');
    expect(standings(script).find(({ entry }) => entry === 'd')).toMatchObject({
      rank: 5,
      round: 'A',
      marks: { ADA: true },
    });
  });

  it('[S5] who is scratched from a final before it begins is in it, and last', () => {
    const script = semis();
    script.say({ kind: 'entry', race: 'A', entry: 'e', scratched: true });
    skate(script, 'A', 'fab');
    expect(listed(script)).toBe('1 f, 2 a, 3 b, 4 e, 5 g, 6 c, 7 h, 8 d');
  });
});

describe('a mass start of semi-finals and a final', () => {
  function skated(): Script {
    const event = { ...head.events[0], rules: { laps: 2, sprints: [{ lap: 1 }], finishPoints: [10] } };
    const entries = (ids: string) => [...ids].map((id) => ({ id, name: id }));
    const rounds = [{ id: 'semi', advance: [{ places: 2 }] }, { id: 'final' }];
    const script = new Script(
      meetSchema.parse({
        ...head,
        events: [{ ...event, id: 'st', rounds }],
        races: [
          { id: 's1', event: 'st', name: 's1', round: 'semi', entries: entries('abcd') },
          { id: 's2', event: 'st', name: 's2', round: 'semi', entries: entries('efgh') },
          { id: 'final', event: 'st', name: 'final', round: 'final', entries: [] },
        ],
      }),
    );
    const ride = (race: string, laps: readonly string[]) => {
      script.start(race);
      for (const [lap, order] of laps.entries()) {
        for (const [i, entry] of [...order].entries()) script.cross(entry, (lap + 1) * 30 + i, { race });
      }
    };
    ride('s1', ['cadb', 'abcd']);
    ride('s2', ['egfh', 'efhg']);
    return script;
  }

  it('[M8] has those not in the final by rank in their semi-final, then points, then time', () => {
    const script = skated();
    // c won a sprint, and is second for it; d and f have a point each, b and h none.
    expect(script.by('rank', 's1')).toEqual(['a', 'c', 'd', 'b']);
    expect(script.by('rank', 's2')).toEqual(['e', 'g', 'f', 'h']);
    script.start('final');
    for (const lap of [1, 2]) {
      for (const [i, entry] of ['g', 'a', 'c', 'e'].entries()) script.cross(entry, lap * 30 + i, { race: 'final' });
    }
    expect(listed(script)).toBe('1 g, 2 a, 3 c, 4 e, 5 f, 6 d, 7 b, 8 h');
    expect(standings(script)[0]).toMatchObject({ points: 13, laps: 2, round: 'final' });
  });

  it('[M7] has the disqualified of the final last in it', () => {
    const script = skated();
    script.start('final');
    for (const lap of [1, 2]) {
      for (const [i, entry] of ['g', 'a', 'c', 'e'].entries()) script.cross(entry, lap * 30 + i, { race: 'final' });
    }
    rule(script, 'final', 'g', 'DQ');
    expect(listed(script)).toBe('1 a, 2 c, 3 e, 4 g, 5 f, 6 d, 7 b, 8 h');
  });
});
