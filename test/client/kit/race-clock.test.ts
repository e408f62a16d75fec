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

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function shown(clock: RaceClock['clock']) {
  const time = { us: startUs, nowUs: () => time.us };
  const element = new RaceClock();
  element.time = time;
  element.clock = clock;
  document.body.append(element);
  const frame = (us: number) => {
    time.us = us;
    for (const run of frames.splice(0)) run();
  };
  return { element, time, frame };
}

it('[V6] it turns by itself, a frame at a time, and touches its text only when it is another', () => {
  const { element, frame } = shown({ startUs });
  const text = element.firstChild as Text;
  let writes = 0;
  const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data');
  Object.defineProperty(text, 'data', {
    get: () => data?.get?.call(text),
    set: (value) => {
      writes += 1;
      data?.set?.call(text, value);
    },
  });
  for (let us = startUs; us <= startUs + 500_000; us += 10_000) frame(us);
  expect(element.textContent).toBe('0.5');
  expect(writes).toBe(5);
  expect(element.firstChild).toBe(text);
});

it('[V6] stopped, waiting or removed it asks for no frames', () => {
  const { element, frame } = shown({ startUs });
  expect(frames).toHaveLength(1);
  element.clock = { startUs, stopUs: startUs + 1_000_000 };
  frame(startUs + 2_000_000);
  expect(element.textContent).toBe('1.00');
  expect(frames).toHaveLength(0);
  element.clock = {};
  expect(frames).toHaveLength(0);
  expect(element.hasAttribute('waits')).toBe(true);
  element.clock = { startUs };
  expect(frames).toHaveLength(1);
  element.remove();
  expect(frames).toHaveLength(0);
});

it('[V6] seen again it is right without waiting for a frame', () => {
  const { element, time } = shown({ startUs });
  time.us = startUs + 90_000_000;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(element.textContent).toBe('1:30.0');
});
