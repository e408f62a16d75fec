import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOfDistance } from '../../server/engine/disciplines/course.ts';
import type { TimedReading } from '../../server/engine/race/clock.ts';
import type { Crossing } from '../../server/engine/race/crossings.ts';
import { relayCrossings } from '../../server/engine/race/relay.ts';
import type { Split } from '../../shared/board.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { type Plan, plans, type RelayRace, relayRace } from './relay-race.ts';
import { gunUs, Script, seconds } from './script.ts';

const names = ['a', 'b', 'c', 'd'];

function relayMeet(kind: 'shortTrack' | 'mixedRelay', laps: number, riders: number, perTeam = false): Meet {
  const lapMetres = kind === 'shortTrack' ? 111.12 : 400;
  const distance = Math.round(laps * lapMetres * 100) / 100;
  const entries = ['X', 'Y'].map((id) => {
    const members = names.slice(0, riders).map((member) => {
      return { id: member, name: `${id} ${member}`, ...(!perTeam && { transponders: [`${id}${member}`] }) };
    });
    const transponders = names.slice(0, riders).map((member) => `${id}${member}`);
    return { id, name: `Team ${id}`, members, ...(perTeam && { transponders }) };
  });
  return meetSchema.parse({
    id: 'm1',
    name: 'A meet',
    venue: 'A hall',
    dates: { from: '2026-11-20', to: '2026-11-22' },
    timeZone: 'Europe/Amsterdam',
    events: [
      {
        ...{ id: 'relay', name: 'Relay', kind, distance, track: { lapMetres } },
        ...(kind === 'shortTrack' && { rules: { relay: true } }),
      },
    ],
    races: [{ id: 'r1', event: 'relay', name: 'Final', entries }],
  });
}

function told(meet: Meet, races: Readonly<Record<string, RelayRace>>): Script {
  const script = new Script(meet);
  script.start();
  for (const [team, { read }] of Object.entries(races)) {
    for (const { rider, time } of read) script.read(`${team}${names[rider]}`, time, { race: 'r1' });
  }
  return script;
}

function teamSplits(script: Script, team: string): Split[] {
  const { course, rows } = script.board();
  const points = Object.entries(course).sort(([, a], [, b]) => a.order - b.order);
  return points.map(([key]) => rows[team]?.splits[key]).filter((split) => split !== undefined);
}

const teamTimes = (script: Script, team: string) => teamSplits(script, team).map(({ timeUs }) => timeUs);
const exact = (race: RelayRace) => race.team.map((time) => Math.round(time * 1_000_000));
const runs = { numRuns: 300 };

function crossingsIn({ read }: RelayRace, rider: number): Crossing[] {
  return read
    .filter((one) => one.rider === rider)
    .map(({ time }): Crossing => {
      const instantUs = gunUs + Math.round(time * 1_000_000);
      const presented = { instantUs, unsynced: false } as TimedReading;
      return { loop: 'finish', presented, unconfirmed: false, replaced: undefined, readings: [presented] };
    });
}

const even: Plan = { laps: 12, riders: 4, lap: 9, slow: 15, before: 0.2, noise: [0.1, -0.3, 0.6, -0.5, 0.2] };

describe('a relay', () => {
  /** What counts of a team of which all crossings are read, in order of time. */
  function counted(plan: Plan, lapMetres: number): readonly Crossing[] {
    const race = relayRace(plan);
    const track = { lapMetres, loops: [{ id: 'finish', atMetres: 0 }] };
    const course = courseOfDistance(Math.round(plan.laps * lapMetres * 100) / 100, track);
    const own = names.slice(0, plan.riders);
    const members = new Map(own.map((name, rider) => [`X/${name}`, crossingsIn(race, rider)]));
    return relayCrossings([], members, { course, startUs: gunUs }).slice(0, plan.laps);
  }

  const timeOf = ({ presented }: Crossing) => presented.instantUs - gunUs;

  it.each([
    ['27 laps', 27, 9],
    ['45 laps', 45, 9.1],
  ])('[P7][S8] of short track, %s with 4 who take turns: no waiting team-mate counts', (_, laps, lap) => {
    fc.assert(
      fc.property(plans({ laps, riders: 4 }, lap), (plan) => {
        expect(counted(plan, 111.12).map(timeOf)).toEqual(exact(relayRace(plan)));
      }),
      runs,
    );
  });

  it('[P7][S8] of the mixed relay, 6 laps with 2 who take turns: no waiting team-mate counts but as an estimate', () => {
    fc.assert(
      fc.property(plans({ laps: 6, riders: 2 }, 29), (plan) => {
        const race = exact(relayRace(plan));
        const counting = counted(plan, 400);
        expect(counting).toHaveLength(race.length);
        const wrong = counting.filter((crossing, index) => timeOf(crossing) !== race[index]);
        expect(wrong.filter(({ doubtful }) => doubtful !== true)).toEqual([]);
      }),
      runs,
    );
  });

  it('[P7] the other of two who comes by when a first lap from a standing start is due makes it an estimate', () => {
    const plan = { laps: 6, riders: 2, lap: 27.55, slow: 45.3202325, before: 0.29160468956918384 };
    const [first, ...others] = counted({ ...plan, noise: [-0.9999992740471851, ...Array(49).fill(0)] }, 400);
    expect(first?.doubtful).toBe(true);
    expect(others.some(({ doubtful }) => doubtful === true)).toBe(false);
  });

  it('[P7] a team of which nobody knows who wears which comes out the same', () => {
    const race = relayRace(even);
    expect(teamTimes(told(relayMeet('shortTrack', 12, 4, true), { X: race }), 'X')).toEqual(exact(race));
  });

  it('[P7] while it goes on every crossing that has counted stays, and the other team has its own', () => {
    const meet = relayMeet('shortTrack', 12, 4);
    const [mine, other] = [relayRace(even), relayRace({ ...even, lap: 9.3, slow: 14, before: 0.3 })];
    for (let lap = 2; lap <= 12; lap += 1) {
      const until = mine.team[lap - 1]!;
      const read = mine.read.filter(({ time }) => time <= until);
      const script = told(meet, { X: { ...mine, read }, Y: other });
      expect(teamTimes(script, 'X').slice(0, lap)).toEqual(exact(mine).slice(0, lap));
      expect(teamTimes(script, 'Y')).toEqual(exact(other));
    }
  });

  it('[P7] a reading that names the team goes before those of its skaters', () => {
    const race = relayRace(even);
    const script = told(relayMeet('shortTrack', 12, 4), { X: race });
    script.cross('X', race.team.at(-1)! + 0.012, { how: 'photo' });
    expect(teamTimes(script, 'X').at(-1)).toBe(seconds(race.team.at(-1)! + 0.012));
    expect(teamTimes(script, 'X').slice(0, -1)).toEqual(exact(race).slice(0, -1));
    expect(script.row('X')).toMatchObject({ basis: 'photo', flags: { finished: true } });
  });

  it('[P7] of a team that is read as such alone every reading counts', () => {
    const script = new Script(relayMeet('shortTrack', 3, 4));
    script.start();
    script.laps('X', [10.5, 19.6, 28.9]);
    expect(teamTimes(script, 'X')).toEqual([10.5, 19.6, 28.9].map(seconds));
  });

  it('[P7][P4] a lap on which only those who wait were read is one that nobody saw', () => {
    const race = relayRace(even);
    const gone = race.team[6]!;
    const read = race.read.filter(({ time }) => time !== gone);
    const script = told(relayMeet('shortTrack', 12, 4), { X: { ...race, read }, Y: relayRace({ ...even, lap: 9.1 }) });
    const splits = teamSplits(script, 'X');
    expect(splits[6]).toMatchObject({ estimated: true });
    expect(splits.map(({ timeUs }) => timeUs).toSpliced(6, 1)).toEqual(exact(race).toSpliced(6, 1));
  });

  it('[P7][G4] where a team-mate’s crossing could as well be the team’s, it is an estimate', () => {
    const script = new Script(relayMeet('shortTrack', 4, 4));
    script.start();
    for (const [rider, time] of [
      ['a', 10.5],
      ['b', 19.5],
      ['b', 28.5],
      ['c', 37.5],
      ['d', 37.8],
    ] as const) {
      script.read(`X${rider}`, time, { race: 'r1' });
    }
    const splits = teamSplits(script, 'X');
    expect(splits.map(({ timeUs }) => timeUs)).toEqual([10.5, 19.5, 28.5, 37.5].map(seconds));
    expect(splits.map(({ estimated }) => estimated)).toEqual([undefined, undefined, undefined, true]);
  });

  it('[P7] after a fall, a touch and a slow lap the team goes on', () => {
    const script = new Script(relayMeet('shortTrack', 7, 4));
    script.start();
    const laps = [
      ['a', 10.5],
      ['b', 19.5],
      ['b', 28.5],
      ['c', 43.2],
      ['d', 52.4],
      ['d', 61.5],
      ['a', 70.4],
    ] as const;
    for (const [rider, time] of laps) script.read(`X${rider}`, time, { race: 'r1' });
    expect(teamTimes(script, 'X')).toEqual(laps.map(([, time]) => seconds(time)));
  });

  it('[P7][L9] the mixed relay counts either line where teams start on both straights', () => {
    const meet = relayMeet('mixedRelay', 2, 2);
    const loops = [
      { id: 'finish', atMetres: 0 },
      { id: 'back', atMetres: 200 },
    ];
    const script = new Script({ ...meet, events: [{ ...meet.events[0]!, track: { lapMetres: 400, loops } }] });
    script.start();
    const lines = ['back', 'finish', 'back', 'finish'];
    for (const [index, time] of [16.5, 31, 45.4, 59.8].entries()) {
      script.read(`X${index < 2 ? 'a' : 'b'}`, time, { race: 'r1', loop: lines[index]! });
      script.read(`Y${index < 2 ? 'a' : 'b'}`, time + 1, { race: 'r1', loop: lines[3 - index]! });
    }
    expect(teamTimes(script, 'X')).toEqual([16.5, 31, 45.4, 59.8].map(seconds));
    expect(teamTimes(script, 'Y')).toEqual([17.5, 32, 46.4, 60.8].map(seconds));
  });
});
