import { expect, it } from 'vitest';
import { askEveryMs, Liveness, lostMs, stallMs } from '../../server/hub/liveness.ts';

function askedAt(ms: number, spreadMs = 0): Liveness {
  const life = new Liveness(spreadMs);
  life.asked(ms);
  return life;
}

it('[W16] the first frame asks', () => {
  expect(new Liveness(0).leave(0)).toBe('ask');
});

it('[W16] frames follow freely until 5 s after the ping that was answered, then one asks again', () => {
  const life = askedAt(100);
  expect(life.leave(101)).toBe('send');
  expect(life.answered()).toBe(false);
  expect(askEveryMs).toBe(5000);
  expect(life.leave(100 + askEveryMs - 1)).toBe('send');
  expect(life.leave(100 + askEveryMs)).toBe('ask');
});

it('[W16] clients asked together are not asked together again', () => {
  const life = askedAt(0, 700);
  life.answered();
  expect(life.leave(askEveryMs + 699)).toBe('send');
  expect(life.leave(askEveryMs + 700)).toBe('ask');
});

it('[W17] without a pong frames go for 5 s and not longer', () => {
  const life = askedAt(0);
  expect(stallMs).toBe(5000);
  expect(life.leave(stallMs - 1)).toBe('send');
  expect(life.stalled).toBe(false);
  expect(life.leave(stallMs)).toBe('hold');
  expect(life.stalled).toBe(true);
  expect(life.leave(stallMs + 1)).toBe('hold');
});

it('[W17] the pong that ends a stall says so, and the next frame asks again', () => {
  const life = askedAt(0);
  life.leave(stallMs);
  expect(life.answered()).toBe(true);
  expect(life.leave(stallMs)).toBe('ask');
});

it('[W16] a pong nobody waits for changes nothing', () => {
  const life = askedAt(0);
  life.answered();
  const { freeUntilMs } = life;
  expect(life.answered()).toBe(false);
  expect(life.freeUntilMs).toBe(freeUntilMs);
});

it('[W18] without a pong for 15 s a client is lost, stalled or not', () => {
  expect(lostMs).toBe(15_000);
  const quiet = askedAt(0);
  expect(quiet.lost(lostMs - 1)).toBe(false);
  expect(quiet.lost(lostMs)).toBe(true);
  const stalled = askedAt(0);
  stalled.leave(stallMs);
  expect(stalled.lost(lostMs - 1)).toBe(false);
  expect(stalled.lost(lostMs)).toBe(true);
  stalled.answered();
  expect(stalled.lost(lostMs)).toBe(false);
});

it('[W19] a full socket holds at once, and needs a ping only where none is on its way', () => {
  const fresh = new Liveness(0);
  expect(fresh.congested(10)).toBe(true);
  expect(fresh.leave(10)).toBe('hold');
  expect(fresh.lost(10 + lostMs)).toBe(true);
  const asked = askedAt(0);
  expect(asked.congested(10)).toBe(false);
  expect(asked.leave(10)).toBe('hold');
  expect(asked.answered()).toBe(true);
});

it('[W20] what has ended is sent nothing, is not asked and is not lost', () => {
  const life = askedAt(0);
  life.end();
  expect(life.ended).toBe(true);
  expect(life.leave(1)).toBe('hold');
  expect(life.answered()).toBe(false);
  expect(life.congested(1)).toBe(false);
  expect(life.lost(lostMs)).toBe(false);
});
