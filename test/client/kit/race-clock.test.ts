// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RaceClock } from '../../../client/kit/race-clock.ts';
import { clockText, elapsedUs } from '../../../client/kit/running-time.ts';

const startUs = 1_000_000_000;

it.each([
  ['before the gun', {}, startUs, '0.0'],
  ['while the time is not known', { startUs }, undefined, ''],
  ['running, in tenths cut off', { startUs }, startUs + 5_399_999, '5.3'],
  ['over a minute', { startUs }, startUs + 272_860_000, '4:32.8'],
  ['a clock slightly behind the gun', { startUs }, startUs - 5000, '0.0'],
  ['stopped, in hundredths', { startUs, stopUs: startUs + 461_179_999 }, startUs + 999_000_000, '7:41.17'],
  ['stopped, the time not known', { startUs, stopUs: startUs + 34_370_000 }, undefined, '34.37'],
  ['a replay ten times as fast', { startUs, rate: 10 }, startUs + 1_230_000, '12.3'],
  ['its end on the time of the race', { startUs, stopUs: startUs + 60_000_000, rate: 10 }, startUs, '1:00.00'],
] as const)('[V6] %s', (_, clock, nowUs, text) => {
  expect(clockText(clock, nowUs)).toBe(text);
});

it('[V6] before the gun there is no time', () => {
  expect(elapsedUs({}, startUs)).toBeUndefined();
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

function shown(clock: RaceClock['clock']) {
  const time = { us: startUs, nowUs: () => time.us };
  const element = new RaceClock();
  element.time = time;
  element.clock = clock;
  document.body.append(element);
  const pass = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 1) {
      time.us += 1000;
      vi.advanceTimersByTime(1);
    }
  };
  return { element, time, pass };
}

it('[V6] it turns by itself, within a frame of its tenth, and is asked no more often', () => {
  const { element, time, pass } = shown({ startUs });
  const asked = vi.spyOn(time, 'nowUs');
  for (let tenth = 1; tenth <= 20; tenth += 1) {
    pass(tenth === 1 ? 100 + 17 : 100);
    expect(element.textContent).toBe((tenth / 10).toFixed(1));
  }
  expect(asked).toHaveBeenCalledTimes(20);
});

it('[V6] two of one page never differ', () => {
  const { element, time, pass } = shown({ startUs });
  const { element: other } = shown({ startUs });
  other.time = time;
  // Each look at the clock is a little later.
  time.nowUs = () => (time.us += 30);
  for (let ms = 0; ms < 1000; ms += 1) {
    pass(1);
    expect(other.textContent).toBe(element.textContent);
  }
  expect(element.textContent).not.toBe('0.0');
});

it('[V6] it writes into the text it has', () => {
  const { element, pass } = shown({ startUs });
  const text = element.firstChild;
  pass(500);
  expect(element.firstChild).toBe(text);
});

it('[V6] stopped, waiting or removed it waits for nothing', () => {
  const { element } = shown({ startUs });
  expect(vi.getTimerCount()).toBe(1);
  element.clock = { startUs, stopUs: startUs + 1_000_000 };
  expect(element.textContent).toBe('1.00');
  expect(vi.getTimerCount()).toBe(0);
  element.clock = {};
  expect(vi.getTimerCount()).toBe(0);
  expect(element.hasAttribute('waits')).toBe(true);
  element.clock = { startUs };
  expect(vi.getTimerCount()).toBe(1);
  element.remove();
  expect(vi.getTimerCount()).toBe(0);
});

it('[V6] seen again it is right without waiting for a frame', () => {
  const { element, time } = shown({ startUs });
  time.us = startUs + 90_000_000;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(element.textContent).toBe('1:30.0');
});

it('[V6] after an hour it says so, for what has room for minutes alone', () => {
  const { element, time } = shown({ startUs });
  expect(element.hasAttribute('hours')).toBe(false);
  time.us = startUs + 3_600_000_000;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(element.textContent).toBe('1:00:00.0');
  expect(element.hasAttribute('hours')).toBe(true);
});

it('[V6] it says the time in the frame after it is known', () => {
  const { element, time } = shown({ startUs });
  let known: number | undefined;
  element.time = { nowUs: () => known };
  expect(element.textContent).toBe('');
  vi.advanceTimersByTime(40);
  known = time.us + 5_000_000;
  vi.advanceTimersByTime(17);
  expect(element.textContent).toBe('5.0');
});
