import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Replay, type Span } from '../../../client/kit/replay.ts';
import { readFrames, Tape, type TapeFrame } from '../../../client/kit/tape.ts';
import { diff } from '../../../shared/patch.ts';

const head = { topic: 'race/r', epoch: 'j.tape' };

/** A tape of boards `{ n: 0 }`, `{ n: 1 }`, …, one at each of these instants. */
function taped(times: readonly number[]): TapeFrame[] {
  return times.map((at, n) => {
    if (n === 0) return { t: 'snap', ...head, version: 1, at, state: { n: 0 } };
    return { t: 'patch', ...head, base: n, version: n + 1, at, patch: diff({ n: n - 1 }, { n }) ?? {} };
  });
}

/** A replay whose animation frames come when told. */
function played(times: readonly number[], atUs: number, span?: Span) {
  let callback: ((nowMs: number) => void) | undefined;
  let nowMs = 1000;
  const seen: unknown[] = [];
  const nextFrame = (next: (nowMs: number) => void) => {
    callback = next;
  };
  const replay = new Replay({ tape: new Tape(taped(times)), topic: 'race/r', atUs, span, nextFrame });
  replay.follow('race/r', (state) => seen.push((state as { n: number } | undefined)?.n));
  const pass = (ms: number) => {
    nowMs += ms;
    const due = callback;
    callback = undefined;
    due?.(nowMs);
  };
  return { replay, seen, pass };
}

const times = [1_000_000, 2_000_000, 2_500_000, 9_000_000];

describe('a tape', () => {
  it('[V22] shows at any moment the board that had been accepted by then', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: -10, max: 1100 }), { maxLength: 20 }),
        (instants, moments) => {
          const sorted = instants.toSorted((a, b) => a - b);
          const tape = new Tape(taped(sorted));
          for (const us of moments) {
            const index = sorted.findLastIndex((at) => at <= us);
            expect(tape.indexAt(us)).toBe(index);
            expect(tape.state(index)).toEqual(index === -1 ? undefined : { n: index });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[V22] that was cut off in the middle of a line ends before it', () => {
    const text = taped(times)
      .map((frame) => JSON.stringify(frame))
      .join('\n');
    expect(readFrames(`${text}\n`)).toEqual(taped(times));
    expect(readFrames(text.slice(0, -5))).toEqual(taped(times.slice(0, 3)));
    expect(new Tape(readFrames('')).length).toBe(0);
  });
});

describe('a replay', () => {
  it('[V22] begins at the moment asked for, and stands', () => {
    const { replay, seen, pass } = played(times, 2_200_000);
    expect(seen).toEqual([1]);
    pass(5000);
    expect(seen).toEqual([1]);
    expect(replay.clock.nowUs()).toBe(2_200_000);
  });

  it('[V22] plays at its pace to the end, and stops there', () => {
    const { replay, seen, pass } = played(times, 1_000_000);
    replay.play(2);
    for (let n = 0; n < 3; n += 1) pass(500);
    expect(replay.state$.value).toEqual({ atUs: 3_000_000, playing: true, speed: 2 });
    expect(seen).toEqual([0, 1, 2]);
    pass(4000);
    expect(replay.state$.value).toEqual({ atUs: 9_000_000, playing: false, speed: 2 });
    expect(seen).toEqual([0, 1, 2, 3]);
    replay.play();
    expect(replay.state$.value).toMatchObject({ atUs: 1_000_000, playing: true });
  });

  it('[V22] seeks and steps both ways, within the tape', () => {
    const { replay, seen } = played(times, 0);
    expect(replay.clock.nowUs()).toBe(1_000_000);
    replay.seek(9_900_000);
    replay.step(1);
    replay.step(-1);
    expect(replay.clock.nowUs()).toBe(2_500_000);
    replay.step(-1);
    replay.step(-1);
    replay.step(-1);
    expect(seen).toEqual([0, 3, 2, 1, 0]);
  });

  it('[V61] another race is seen at the moment that was asked for, also after its last change', () => {
    const { replay, seen } = played(times, 60_000_000, { fromUs: 2_000_000, toUs: 60_000_000 });
    expect([replay.clock.nowUs(), seen]).toEqual([60_000_000, [3]]);
    replay.seek(0);
    expect([replay.clock.nowUs(), seen]).toEqual([2_000_000, [3, 1]]);
  });

  it('[V22] paused, it stays where it is, and the pause is not caught up with', () => {
    const { replay, pass } = played(times, 1_000_000);
    replay.play(1);
    pass(100);
    pass(100);
    replay.pause();
    pass(10_000);
    replay.play();
    pass(10_000);
    expect(replay.state$.value.atUs).toBe(1_100_000);
    pass(300);
    expect(replay.state$.value.atUs).toBe(1_400_000);
  });

  it('[V51] shows other races as they were then, each from its own tape', async () => {
    const other = new Tape(taped([1_500_000, 3_000_000]));
    const tapeOf = async (topic: string) => (topic === 'race/other' ? other : undefined);
    const replay = new Replay({ tape: new Tape(taped(times)), topic: 'race/r', atUs: 1_000_000, tapeOf });
    const heard: unknown[] = [];
    const leave = replay.follow<{ n: number }>('race/other', (state) => heard.push(state?.n));
    await Promise.resolve();
    replay.seek(2_000_000);
    replay.seek(9_000_000);
    replay.seek(1_200_000);
    leave();
    replay.seek(9_000_000);
    expect(heard).toEqual([undefined, 0, 1, undefined]);
  });

  it('[V22] knows no topic that has no tape', () => {
    const { replay } = played(times, 0);
    const heard: unknown[] = [];
    replay.follow('event/e', (state) => heard.push(state))();
    expect(heard).toEqual([undefined]);
  });
});
