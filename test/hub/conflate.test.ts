import { Observable } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, it } from 'vitest';
import { conflate, conflateMs } from '../../server/hub/conflate.ts';

/** One character is 1 ms, and the period 4 ms. */
function marbles(input: string, expected: string, unsubscribed?: string): void {
  const scheduler = new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted));
  scheduler.run(({ hot, expectObservable }) => {
    expectObservable(hot(input).pipe(conflate(4, scheduler)), unsubscribed).toBe(expected);
  });
}

it('[W6] nothing comes of nothing', () => {
  marbles('-', '-');
  marbles('-|', '-|');
});

it('[W6] a change goes out at once', () => {
  marbles('--a-----', '--a-----');
});

it('[W6] what follows within the period goes out at its end, as the newest', () => {
  marbles('-ab-----------', '-a---b--------');
  marbles('-abcd---------', '-a---d--------');
  marbles('-(abc)--------', '-a---c--------');
});

it('[W6] a stream of changes goes out once a period, the last one too', () => {
  marbles('-abcdefghi--------', '-a---e---i--------');
  marbles('-abcdefghij-------', '-a---e---i---j----');
});

it('[W6] a change after a quiet period is at once again', () => {
  marbles('-a---b----', '-a---b----');
  marbles('-a-b------c---', '-a---b----c---');
  marbles('-ab------c----', '-a---b---c----');
});

it('[W6] a change just after a conflated one waits a whole period', () => {
  marbles('-ab---c-------', '-a---b---c----');
});

it('[W6] an end lets the last change out first, an error does not wait', () => {
  marbles('-ab|------', '-a---(b|)-');
  marbles('-ab#------', '-a-#------');
});

it('[W6] nobody listening, nothing waits', () => {
  marbles('-ab--------', '-a---------', '---!-------');
});

it('[W6] in a second of a change each millisecond 25 go out, and the last', () => {
  const scheduler = new TestScheduler(() => undefined);
  const out: number[] = [];
  const changes$ = new Observable<number>((subscriber) => {
    for (let ms = 0; ms < 1000; ms += 1) scheduler.schedule(() => subscriber.next(ms), ms);
  });
  changes$.pipe(conflate(conflateMs, scheduler)).subscribe((ms) => out.push(ms));
  scheduler.maxFrames = 2000;
  scheduler.flush();
  expect(out.at(-1)).toBe(999);
  expect(out).toHaveLength(26);
});
