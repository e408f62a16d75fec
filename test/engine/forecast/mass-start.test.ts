import { describe, expect, it } from 'vitest';
import type { Boards } from '../../../server/engine/boards.ts';
import { noBoards } from '../../../server/engine/boards.ts';
import { fold, stateOf } from '../../../server/engine/fold.ts';
import type { Board, Forecast } from '../../../shared/board.ts';
import { massStartMeet, Script, steady } from '../script.ts';

const four = ['e1', 'e2', 'e3', 'e4'];

function forecasts(script: Script): Record<string, Forecast | undefined> {
  return Object.fromEntries(Object.entries(script.board().rows).map(([entry, { forecast }]) => [entry, forecast]));
}

function states(script: Script): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(forecasts(script)).map(([entry, forecast]) => [entry, forecast?.state]));
}

/** Everybody over the line at the end of a lap, in this order, the others behind. */
function lap(script: Script, number: number, order: readonly string[], all: readonly string[]): void {
  const others = all.filter((entry) => !order.includes(entry));
  for (const [place, entry] of [...order, ...others].entries()) script.cross(entry, number * 30 + place / 20);
}

function entriesOf(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `e${i + 1}`);
}

interface Leaf {
  /** First over the line first. */
  readonly order: readonly string[];
  readonly through: readonly string[];
}

/** Every way on from here, reading by reading; `check` sees each board with all the ends it may still come to. */
class Tree {
  readonly #script = new Script(
    massStartMeet({ rules: { laps: 3, sprints: [{ lap: 2, points: [3, 1] }], finishPoints: [4, 2, 1], qualify: 2 } }),
  );
  readonly #check: (board: Board, leaves: readonly Leaf[]) => void;

  constructor(check: (board: Board, leaves: readonly Leaf[]) => void) {
    this.#check = check;
  }

  grow(): void {
    this.#script.start();
    for (const [place, entry] of four.entries()) this.#script.cross(entry, 30 + place / 10);
    this.#walk(fold(noBoards, this.#script.records), 2, []);
  }

  #walk(boards: Boards, number: number, crossed: readonly string[]): readonly Leaf[] {
    const board = stateOf(boards, 'race/r1') as Board;
    if (crossed.length === four.length) {
      if (number < 3) return this.#walk(boards, number + 1, []);
      const through = four.filter((entry) => board.rows[entry]?.marks.Q === true);
      const leaves = [{ order: crossed, through }];
      this.#check(board, leaves);
      return leaves;
    }
    const leaves = four
      .filter((entry) => !crossed.includes(entry))
      .flatMap((entry) => {
        this.#script.cross(entry, number * 30 + crossed.length / 10);
        return this.#walk(this.#script.stepOf(boards), number, [...crossed, entry]);
      });
    this.#check(board, leaves);
    return leaves;
  }
}

describe('the forecast of a race on the ice', () => {
  it('[N1][N2] agrees at every reading with every end that the race can still come to', () => {
    let boards = 0;
    const tree = new Tree((board, leaves) => {
      boards += 1;
      for (const entry of four) {
        const { state, needs = [] } = board.rows[entry]?.forecast ?? { state: undefined };
        const times = leaves.filter(({ through }) => through.includes(entry)).length;
        expect(state).toBe(times === leaves.length ? 'in' : times === 0 ? 'out' : 'open');
        const place = needs.find(({ code }) => code === 'finishPlace')?.values.place ?? 0;
        const there = leaves.filter(({ order }) => order.indexOf(entry) < Number(place));
        expect(there.every(({ through }) => through.includes(entry))).toBe(true);
      }
    });
    tree.grow();
    expect(boards).toBe(41 + 24 * 65);
  });

  it('[N1] is there from the call to the start, and tells the stake', () => {
    const script = new Script(massStartMeet({ skaters: 12, rules: { qualify: 8 } }));
    expect(script.row('e1').forecast).toBeUndefined();
    script.say({ kind: 'arm', race: 'r1' });
    expect(script.row('e1').forecast).toMatchObject({ stake: 'qualify', state: 'open' });
    expect(new Set(Object.values(states(script)))).toEqual(new Set(['open']));
  });

  it('[N2][M13] in a final the first three over the line have a medal, whatever anybody has won before', () => {
    const script = new Script(massStartMeet({ skaters: 12 }));
    script.start();
    expect(script.row('e1').forecast).toEqual({
      stake: 'medal',
      state: 'open',
      needs: [{ code: 'finishPlace', values: { place: 3 } }],
    });
    expect(script.board().cut).toBeUndefined();
  });

  it('[N2] a sprint may be enough by itself', () => {
    const rules = { laps: 4, sprints: [{ lap: 2 }], qualify: 8 };
    const script = new Script(massStartMeet({ skaters: 12, rules }));
    script.start();
    // Six win points at the finish, and the winner of the sprint makes seven who pass two points.
    expect(script.row('e4').forecast?.needs).toEqual([
      { code: 'finishPlace', values: { place: 6 } },
      { code: 'sprintPoints', values: { points: 2, lap: 2 } },
    ]);
    for (const entry of ['e3', 'e2', 'e1']) script.laps(entry, steady(2, 30, 0.4 - Number(entry.slice(1)) / 10));
    expect(states(script)).toMatchObject({ e3: 'in', e2: 'in', e1: 'open', e4: 'open' });
  });

  it('[N2] a sprint may leave more room at the finish', () => {
    const all = entriesOf(10);
    const rules = { laps: 4, sprints: [{ lap: 2 }, { lap: 3 }], qualify: 8 };
    const script = new Script(massStartMeet({ skaters: 10, rules }));
    script.start();
    lap(script, 1, [], all);
    lap(script, 2, ['e1', 'e2', 'e3'], all);
    // Sixth is three points. Five are before him, and e1, e2 and e3 come to four with one, two and three more.
    expect(script.row('e4').forecast?.needs).toEqual([
      { code: 'finishPlace', values: { place: 5 } },
      { code: 'sprintPoints', values: { points: 1, lap: 3, place: 6 } },
    ]);
  });

  it('[N3] the cut line says from where on everybody is safe, and is gone when it says nothing', () => {
    const all = entriesOf(10);
    const script = new Script(massStartMeet({ skaters: 10, rules: { laps: 2, sprints: [{ lap: 1 }], qualify: 8 } }));
    script.start();
    lap(script, 1, ['e1', 'e2', 'e3'], all);
    expect(script.board().cut).toEqual([{ code: 'safeFrom', values: { place: 6 } }]);
    // Those with points come in front, so that nobody behind has any.
    for (const [place, entry] of ['e3', 'e2', 'e1'].entries()) script.cross(entry, 60 + place / 20);
    expect(script.board().cut).toEqual([{ code: 'safeFrom', values: { place: 8 } }]);
    lap(script, 2, ['e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10'], all.slice(3));
    expect(script.board().cut).toBeUndefined();
  });
});

describe('what the referee and the clock have to say', () => {
  const end = (script: Script) => {
    for (const [place, entry] of four.entries()) script.laps(entry, steady(3, 30, place / 10));
  };

  it('[N1] who is ruled out is out, and frees his place', () => {
    const script = new Script(massStartMeet({ rules: { laps: 3, sprints: [], qualify: 3 } }));
    script.start();
    script.rule('e1', 'DNF');
    expect(states(script)).toEqual({ e1: 'out', e2: 'in', e3: 'in', e4: 'in' });
  });

  it('[N1][M8] whom the referee advances is in', () => {
    const script = new Script(massStartMeet({ rules: { laps: 3, sprints: [], qualify: 1 } }));
    script.start();
    script.rule('e4', 'ADV');
    expect(states(script)).toEqual({ e1: 'open', e2: 'open', e3: 'open', e4: 'in' });
  });

  it('[N1][M6] whom he rules lapped wins nothing at the finish any more', () => {
    const script = new Script(massStartMeet({ rules: { laps: 3, sprints: [], finishPoints: [3, 2, 1], qualify: 3 } }));
    script.start();
    script.rule('e4', 'lapped');
    expect(states(script).e4).toBe('open');
    for (const [place, entry] of four.entries()) script.laps(entry, steady(2, 30, place / 10));
    script.cross('e1', 90);
    script.cross('e2', 90.1);
    expect(states(script)).toEqual({ e1: 'in', e2: 'in', e3: 'open', e4: 'open' });
    script.cross('e3', 90.2);
    expect(states(script)).toEqual({ e1: 'in', e2: 'in', e3: 'in', e4: 'out' });
  });

  it('[N1] afterwards everybody is in or out, also after a disqualification', () => {
    const script = new Script(massStartMeet({ rules: { laps: 3, sprints: [], qualify: 2 } }));
    script.start();
    end(script);
    expect(states(script)).toEqual({ e1: 'in', e2: 'in', e3: 'out', e4: 'out' });
    script.rule('e1', 'DQ');
    expect(states(script)).toEqual({ e1: 'out', e2: 'in', e3: 'in', e4: 'out' });
    script.say({ kind: 'official', race: 'r1', signer: 'R' });
    expect(states(script)).toEqual({ e1: 'out', e2: 'in', e3: 'in', e4: 'out' });
  });

  it('[N1][P4a] who is held in a place has not taken it', () => {
    const rules = { laps: 3, sprints: [{ lap: 2, points: [1] }], finishPoints: [1], qualify: 2 };
    const script = new Script(massStartMeet({ rules }));
    script.start();
    for (const [place, entry] of four.entries()) script.laps(entry, steady(1, 30, place / 10));
    for (const entry of ['e2', 'e3', 'e4']) script.cross(entry, 60 + Number(entry.slice(1)) / 10);
    script.cross('e4', 61.8, { loop: 'elsewhere' });
    const { flags, points } = script.row('e1');
    expect([flags.overdue, points?.total]).toEqual([true, 1]);
    expect(script.row('e1').forecast?.needs).toContainEqual({
      code: 'sprintPoints',
      values: { points: 1, lap: 2, place: 2 },
    });
  });

  it('[N1] nothing is said where nothing is at stake', () => {
    const meet = massStartMeet();
    const [event] = meet.events;
    const script = new Script({ ...meet, events: [{ ...(event as typeof event & object), medals: 0 }] } as typeof meet);
    script.start();
    expect(forecasts(script).e1).toBeUndefined();
  });
});
