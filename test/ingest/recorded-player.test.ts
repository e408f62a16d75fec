import { describe, expect, it } from 'vitest';
import type { Heard } from '../../server/ingest/port.ts';
import { RecordedPlayer } from '../../server/ingest/recorded-player.ts';
import { recordedUs } from '../../server/ingest/recorded-time.ts';
import { FakeWall } from '../demo/fake-wall.ts';
import * as s from './stream.ts';

const beganUs = Date.parse('2026-01-10T12:59:00+01:00') * 1000;
const texts = s.recorded([0, s.competition()], [10, s.distance()], [10.5, s.start()], [60, s.clear()]);

async function* lines(all = texts): AsyncGenerator<Heard> {
  for (const [index, text] of all.entries()) yield { line: index + 1, text };
}

const running = () => new AbortController().signal;

/** Which line came when, in milliseconds since the player began; `at` is asked before each nap. */
async function played(player: RecordedPlayer, wall: FakeWall, signal = running()) {
  const zeroUs = wall.us;
  const came: [line: number, ms: number][] = [];
  for await (const { messages } of player.chunks(signal)) {
    for (const { line } of messages) came.push([line, (wall.us - zeroUs) / 1000]);
  }
  return came;
}

describe('a recording', () => {
  it('[I14] is played at its own pace, each line when it is due', async () => {
    const wall = new FakeWall();
    const came = await played(new RecordedPlayer({ lines: lines(), wall, speed: 1 }), wall);
    expect(came).toEqual([
      [1, 0],
      [2, 10_000],
      [3, 10_500],
      [4, 60_000],
    ]);
  });

  it.each([
    [10, [0, 1000, 1100, 6000]],
    [1000, [0, 100, 100, 100]],
    ['max', [0, 0, 0, 0]],
  ] as const)('[I14] at speed %s comes so much sooner, to a tenth of a second', async (speed, expected) => {
    const wall = new FakeWall();
    const came = await played(new RecordedPlayer({ lines: lines(), wall, speed }), wall);
    expect(came.map(([, ms]) => ms)).toEqual(expected);
  });

  it('[I14] says of each line when it was due, however late it was asked', async () => {
    const wall = new FakeWall();
    const anchor = { recordedUs: beganUs, wallUs: wall.us - 3_600_000_000 };
    const player = new RecordedPlayer({ lines: lines(), wall, speed: 10, anchor });
    const due: (number | undefined)[] = [];
    for await (const { messages } of player.chunks(running())) due.push(...messages.map(({ dueUs }) => dueUs));
    expect(due.map((us) => (us ?? 0) - anchor.wallUs)).toEqual([0, 1_000_000, 1_050_000, 6_000_000]);
  });

  it('[I14] that is held sends nothing, and everything after it is that much later', async () => {
    const wall = new FakeWall();
    const player = new RecordedPlayer({ lines: lines(), wall, speed: 1 });
    const zeroUs = wall.us;
    wall.onSleep = (nowUs) => {
      const ms = (nowUs - zeroUs) / 1000;
      if (ms === 5000) player.hold();
      if (ms === 25_000) {
        expect(player.positionUs).toBe(beganUs + 5_000_000);
        player.goOn();
      }
    };
    expect((await played(player, wall)).map(([, ms]) => ms)).toEqual([0, 30_000, 30_500, 80_000]);
  });

  it('[I14] that is moved on sends what lies between at once', async () => {
    const wall = new FakeWall();
    const player = new RecordedPlayer({ lines: lines(), wall, speed: 1 });
    const zeroUs = wall.us;
    wall.onSleep = (nowUs) => {
      if (nowUs - zeroUs === 1_000_000) player.skip(20_000_000);
    };
    expect((await played(player, wall)).map(([, ms]) => ms)).toEqual([0, 1100, 1100, 40_000]);
    expect(player.positionUs).toBe(beganUs + 60_000_000);
  });

  it('[I14] ends when it is told to, and may have lines without a time', async () => {
    const wall = new FakeWall();
    const stop = new AbortController();
    wall.onSleep = () => stop.abort();
    const untimed = [texts[0] ?? '', '{"typeName":"X"}', texts[3] ?? ''];
    const player = new RecordedPlayer({ lines: lines(untimed), wall, speed: 1 });
    expect(await played(player, wall, stop.signal)).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it('[I14] knows when a line was received, in whatever zone it was written', () => {
    expect(recordedUs('{"_time":"2020-01-12T14:20:38.428222+01:00"}')).toBe(1_578_835_238_428_222);
    expect(recordedUs('{"_time" : "2020-01-12T13:20:38Z"}')).toBe(1_578_835_238_000_000);
    expect(recordedUs('{"_time":"noon"}')).toBeUndefined();
    expect(recordedUs('{}')).toBeUndefined();
  });
});
