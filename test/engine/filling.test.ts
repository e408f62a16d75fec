import { describe, expect, it } from 'vitest';
import type { Boards } from '../../server/engine/boards.ts';
import { fold, stateOf } from '../../server/engine/fold.ts';
import { type Meet, meetSchema } from '../../shared/meet.ts';
import { gunUs, massStartMeet, Script, seconds } from './script.ts';

type Entries = Meet['races'][number]['entries'];

function skater(id: string): Entries[number] {
  return { id, name: `Skater ${id}`, nation: 'NED', helmet: '99', transponders: [`T${id}`] };
}

interface Heats {
  readonly rounds: readonly object[];
  readonly races: readonly { id: string; round: string; entries?: Entries }[];
}

/** Mass starts of two laps, without sprints. */
function meetOf({ rounds, races }: Heats): Meet {
  const [event] = massStartMeet({ rules: { laps: 2, sprints: [] } }).events;
  return meetSchema.parse({
    ...massStartMeet(),
    events: [{ ...event, rounds }],
    races: races.map((race) => ({ event: 'ms', name: race.id, entries: [], ...race })),
  });
}

/** Two semi-finals of four, two of each to the final. */
function semis(first = ['a', 'b', 'c', 'd'], second = ['e', 'f', 'g', 'h'], places = 2): Meet {
  return meetOf({
    rounds: [{ id: 'semi', advance: [{ places }] }, { id: 'final' }],
    races: [
      { id: 's1', round: 'semi', entries: first.map(skater) },
      { id: 's2', round: 'semi', entries: second.map(skater) },
      { id: 'final', round: 'final' },
    ],
  });
}

/** Skates a race: its entries over the line in this order, a second apart, by their own transponders. */
function skate(script: Script, race: string, order: readonly string[], at = 0): void {
  script.say({ kind: 'arm', race, fromUs: gunUs + seconds(at - 10) });
  script.start(race, at);
  for (const lap of [1, 2]) for (const [i, entry] of order.entries()) script.read(`T${entry}`, at + lap * 30 + i);
  script.say({ kind: 'close', race, toUs: gunUs + seconds(at + 90) });
}

function listOf(script: Script, race = 'final'): string[] {
  return script.by('order', race).map((entry) => `${script.row(entry, race).helmet ?? '-'} ${entry}`);
}

function skated(meet = semis()): Script {
  const script = new Script(meet);
  skate(
    script,
    's1',
    ['b', 'a', 'c', 'd'].filter((id) => meet.races[0]?.entries.some((entry) => entry.id === id)),
  );
  skate(
    script,
    's2',
    ['h', 'g', 'f', 'e'].filter((id) => meet.races[1]?.entries.some((entry) => entry.id === id)),
    100,
  );
  return script;
}

describe('a final that lists nobody', () => {
  it('[M8] is empty until somebody advances, and filled as it stands from then on', () => {
    const script = new Script(semis());
    expect(listOf(script)).toEqual([]);
    script.start('s1');
    script.cross('c', 30, { race: 's1' });
    script.cross('d', 31, { race: 's1' });
    expect(listOf(script)).toEqual(['1 c', '2 d']);
  });

  it('[M8] has the winners of the semi-finals first, then the second ones, with helmets in this order', () => {
    const script = skated();
    expect(listOf(script)).toEqual(['1 b', '2 h', '3 a', '4 g']);
    expect(script.board('final').race.status).toBe('scheduled');
  });

  it('[M8] brings name, nation, transponders and bests along, those of the semi-final too, and no helmet of before', () => {
    const meet = semis();
    const entries = meet.races[0]?.entries.map((entry) => ({ ...entry, bib: `1${entry.id}`, pbUs: seconds(400) }));
    meet.races[0]!.entries = entries ?? [];
    const script = skated(meet);
    expect(script.row('b', 'final')).toMatchObject({ name: 'Skater b', nation: 'NED', bib: '1b', helmet: '1' });
    skate(script, 'final', ['a', 'h', 'b', 'g'], 200);
    expect(script.row('a', 'final')).toMatchObject({ rank: 1, laps: 2, marks: { PB: true } });
    expect(script.row('b', 'final').marks.PB).toBeUndefined();
  });

  it('[S4] has whom the referee moved on as one more, at its end', () => {
    const script = skated();
    script.say({ kind: 'ruling', race: 's1', entry: 'd', status: 'DNF' });
    script.say({ kind: 'ruling', race: 's1', entry: 'd', status: 'ADV' });
    expect(listOf(script)).toEqual(['1 b', '2 h', '3 a', '4 g', '5 d']);
    expect(script.row('d', 's1').marks).toEqual({ ADV: true });
  });

  it('[M8] moves up the next one where one who was through is disqualified', () => {
    const script = skated();
    script.say({ kind: 'ruling', race: 's1', entry: 'b', status: 'DQ' });
    expect(listOf(script)).toEqual(['1 a', '2 h', '3 c', '4 g']);
  });

  it('[S11] calls those by race and entry whose id another candidate has too, whatever the results', () => {
    const script = skated(semis(['a', 'b', 'c', 'd'], ['a', 'f', 'g', 'h']));
    expect(listOf(script)).toEqual(['1 b', '2 h', '3 s1.a', '4 g']);
    expect(script.row('s1.a', 'final').name).toBe('Skater a');
  });
});

describe('what is said of a race that is filled', () => {
  it('[S11] goes over what follows from the round before', () => {
    const script = skated();
    script.say({ kind: 'entry', race: 'final', entry: 'h', helmet: '16', bib: '7' });
    script.say({ kind: 'entry', race: 'final', entry: 'a', scratched: true });
    script.say({ kind: 'entry', race: 'final', entry: 'late', name: 'Late', added: true });
    expect(listOf(script)).toEqual(['1 b', '16 h', '4 g', '- late', '3 a']);
    expect(script.row('a', 'final').status).toBe('DNS');
    expect(script.row('h', 'final').bib).toBe('7');
  });

  it('[S11] puts a candidate on the list with all that is known of him', () => {
    const script = skated();
    script.say({ kind: 'entry', race: 'final', entry: 'c', added: true, helmet: '5' });
    expect(listOf(script)).toEqual(['1 b', '2 h', '3 a', '4 g', '5 c']);
    expect(script.row('c', 'final')).toMatchObject({ name: 'Skater c', nation: 'NED' });
    skate(script, 'final', ['c', 'b'], 200);
    expect(script.row('c', 'final').rank).toBe(1);
  });

  it('[S11] what was said in the round before holds here, but for lanes, helmets and who was scratched', () => {
    const script = new Script(semis());
    script.say({ kind: 'entry', race: 's1', entry: 'b', name: 'Another', helmet: '3', bib: '55' });
    script.say({ kind: 'entry', race: 's1', entry: 'late', name: 'Late', added: true, transponders: ['TL'] });
    script.say({ kind: 'assign', race: 's1', transponder: 'TX', entry: 'b' });
    script.say({ kind: 'assign', transponder: 'TY', entry: 'late' });
    skate(script, 's1', ['X', 'L', 'a']);
    expect(listOf(script)).toEqual(['1 b', '2 late']);
    expect(script.row('b', 'final')).toMatchObject({ name: 'Another', bib: '55' });
    skate(script, 'final', ['X', 'Y'], 200);
    expect(script.by('rank', 'final')).toEqual(['b', 'late']);
  });
});

describe('readings of a race that is filled', () => {
  it('[S11] bind by who may be in it, and count for who is', () => {
    const script = skated();
    skate(script, 'final', ['c', 'b', 'h'], 200);
    const { binding, races } = script.meetRaces();
    expect(binding.unbound).toEqual([]);
    expect(races.get('final')?.state.shown.unknown).toEqual(['Tc']);
    expect(script.by('rank', 'final').slice(0, 2)).toEqual(['b', 'h']);
    script.say({ kind: 'ruling', race: 's1', entry: 'a', status: 'DQ' });
    expect(script.by('rank', 'final').slice(0, 3)).toEqual(['c', 'b', 'h']);
  });

  it('[S11] bind where a transponder went from one candidate to another who is not in it', () => {
    const meet = semis();
    for (const race of meet.races) for (const [i, entry] of race.entries.entries()) entry.transponders = [`T${i + 1}`];
    const script = new Script(meet);
    skate(script, 's1', ['2', '1', '3', '4']);
    skate(script, 's2', ['4', '3', '2', '1'], 100);
    expect(listOf(script)).toEqual(['1 b', '2 h', '3 a', '4 g']);
    script.say({ kind: 'entry', race: 'final', entry: 'h', transponders: ['T9'] });
    skate(script, 'final', ['9', '2', '1', '3'], 200);
    expect(script.by('rank', 'final')).toEqual(['h', 'b', 'a', 'g']);
  });

  it('[F5] a fact in a semi-final that moves nobody does not make the final again', () => {
    const script = skated();
    skate(script, 'final', ['b', 'h', 'a', 'g'], 200);
    const before = script.boards();
    const raceOf = (boards: Boards) => boards.events.byMeet.get('m1')?.races.races.get('final');
    const kinds = [
      () => script.cross('d', 61.5, { race: 's1', how: 'photo' }),
      () => script.say({ kind: 'conditions', race: 's1', when: 'end', iceDeciC: -80 }),
    ];
    let boards = before;
    for (const say of kinds) {
      say();
      boards = fold(boards, script.records.slice(-1));
      expect(raceOf(boards)?.state).toBe(raceOf(before)?.state);
      expect(stateOf(boards, 'race/final')).toBe(stateOf(before, 'race/final'));
    }
  });
});

describe('several races of a round', () => {
  const four = meetOf({
    rounds: [{ id: 'heat', advance: [{ places: 2 }] }, { id: 'semi', advance: [{ places: 1 }] }, { id: 'final' }],
    races: [
      { id: 'final', round: 'final' },
      ...['ab', 'cd', 'ef', 'gh'].map((pair) => ({ id: `h${pair}`, round: 'heat', entries: [...pair].map(skater) })),
      { id: 's1', round: 'semi' },
      { id: 's2', round: 'semi' },
    ],
  });

  /** The faster one of a heat needs `time` for a lap, the other ten seconds more. */
  function heats(): Script {
    const script = new Script(four);
    for (const [i, [pair, time]] of [
      ['ab', 33],
      ['cd', 31],
      ['fe', 34],
      ['gh', 32],
    ].entries() as ArrayIterator<[number, [string, number]]>) {
      const race = `h${[...pair].sort().join('')}`;
      script.start(race, i * 200);
      for (const lap of [1, 2]) {
        for (const [j, entry] of [...pair].entries()) {
          script.cross(entry, i * 200 + lap * time + j * 10, { race });
        }
      }
    }
    return script;
  }

  it('[S3] are dealt out like a snake by place and time', () => {
    const script = heats();
    expect(listOf(script, 's1')).toEqual(['1 c', '2 f', '3 d', '4 e']);
    expect(listOf(script, 's2')).toEqual(['1 g', '2 a', '3 h', '4 b']);
  });

  it('[S3] lead on themselves, wherever they stand in the programme', () => {
    const script = heats();
    skate(script, 's1', ['e', 'f', 'c', 'd'], 1000);
    skate(script, 's2', ['a', 'b', 'g', 'h'], 1200);
    expect(listOf(script)).toEqual(['1 e', '2 a']);
    skate(script, 'final', ['a', 'e'], 1400);
    expect(script.by('rank', 'final')).toEqual(['a', 'e']);
  });

  it('[S3] that are cancelled get nobody', () => {
    const script = heats();
    script.replaceMeet({
      ...four,
      races: four.races.map((race) => (race.id === 's2' ? { ...race, cancelled: true } : race)),
    });
    expect(script.by('order', 's1')).toHaveLength(8);
    expect(script.by('order', 's2')).toEqual([]);
  });
});

describe('a signature of a race that is filled', () => {
  function signed(): Script {
    const script = skated();
    skate(script, 'final', ['b', 'h', 'a', 'g'], 200);
    script.say({ kind: 'official', race: 'final', signer: 'R' });
    return script;
  }

  it('[O1] freezes who was in it, whatever is decided about the semi-finals afterwards', () => {
    const script = signed();
    const rows = script.board('final').rows;
    script.say({ kind: 'ruling', race: 's1', entry: 'b', status: 'DQ' });
    expect(script.board('final').rows).toEqual(rows);
    expect(Object.keys(script.board('final').race.revision?.pending ?? {}).sort()).toEqual(['a', 'b', 'c', 'g', 'h']);
    script.say({ kind: 'reopen', race: 'final' });
    expect(listOf(script)).toEqual(['2 h', '1 a', '4 g', '3 c']);
  });

  it('[O1] respects the signatures of the semi-finals: what came after those fills nothing', () => {
    const script = skated();
    script.say({ kind: 'official', race: 's1', signer: 'R' });
    script.say({ kind: 'ruling', race: 's1', entry: 'b', status: 'DQ' });
    skate(script, 'final', ['b', 'h', 'a', 'g'], 200);
    script.say({ kind: 'official', race: 'final', signer: 'R' });
    expect(script.by('rank', 'final')).toEqual(['b', 'h', 'a', 'g']);
    script.say({ kind: 'reopen', race: 's1' });
    expect(script.by('rank', 'final')).toEqual(['b', 'h', 'a', 'g']);
    script.say({ kind: 'official', race: 'final', signer: 'R' });
    expect(script.by('order', 'final')).toEqual(['h', 'a', 'g', 'c']);
  });
});
