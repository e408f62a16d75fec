import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Board } from '../../shared/board.ts';
import { PlayServer } from '../ingest/play-server.ts';
import * as s from '../ingest/stream.ts';
import { run, Splitcast, tempFolder } from './splitcast.ts';

const quick = ['--port', '0', '--host', '127.0.0.1', '--log-level', 'warn'];

const told = [
  [0, s.competition()],
  [0, s.distance()],
  [1, s.activated()],
  [60.3, s.start()],
  [79, s.lap(s.innerId, 18.2)],
  [79.2, s.lap(s.outerId, 18.5)],
  [107, s.lap(s.innerId, 46.9)],
  [108, s.lap(s.outerId, 47.4)],
  [137, s.lap(s.innerId, 76.1)],
  [138, s.lap(s.outerId, 77.3)],
  [150, s.committed()],
  [3600, s.deactivated()],
] as const;
const times = [76_100_000, 77_300_000];

function recording(folder: string, lines = s.recorded(...told)): string {
  const file = join(folder, 'day.ndjson');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

async function boardOf(url: string, race: string): Promise<Board | undefined> {
  const answer = await fetch(`${url}/api/v1/races/${race}`);
  return answer.ok ? ((await answer.json()) as { board: Board }).board : undefined;
}

const finished = (url: string, race: string) =>
  expect.poll(async () => (await boardOf(url, race))?.race.status, { interval: 20, timeout: 15_000 }).toBe('finished');

const timesOf = (board: Board | undefined) =>
  Object.values(board?.rows ?? {})
    .map(({ timeUs }) => timeUs)
    .sort();

describe('splitcast replay', () => {
  test('[R30] plays a recording as if it were skated now, as fast as it is told', async () => {
    const folder = tempFolder();
    const beganUs = Date.now() * 1000;
    const replay = new Splitcast([
      'replay',
      recording(folder),
      ...quick,
      '--journal',
      join(folder, 'j.db'),
      '--speed',
      '50',
    ]);
    const url = await replay.url();
    await finished(url, `r1-${s.race}`);
    const board = await boardOf(url, `r1-${s.race}`);
    expect(timesOf(board)).toEqual(times);
    const { startUs = 0, rate } = board?.clock['1'] ?? {};
    expect(rate).toBe(50);
    expect(startUs).toBeGreaterThan(beganUs);
    expect(startUs).toBeLessThan(Date.now() * 1000);
    replay.process.kill('SIGINT');
    expect((await replay.ended).code).toBe(0);
  });

  test('[R30] --keep-dates leaves instants as they were, and max waits for nothing', async () => {
    const folder = tempFolder();
    const replay = new Splitcast([
      ...['replay', recording(folder), ...quick, '--journal', join(folder, 'j.db')],
      ...['--speed', 'max', '--keep-dates'],
    ]);
    await replay.printed(/^end +of the recording/m);
    const board = await boardOf(await replay.url(), s.race);
    expect(timesOf(board)).toEqual(times);
    expect(board?.clock['1']?.startUs).toBe(s.startedUs);
  });

  test('[R31] killed in mid-race and started again it goes on where it was, and --new begins anew', async () => {
    const folder = tempFolder();
    const args = ['replay', recording(folder), ...quick, '--journal', join(folder, 'j.db'), '--speed', '40'];
    const first = new Splitcast(args);
    await expect
      .poll(async () => Object.keys((await boardOf(await first.url(), `r1-${s.race}`))?.rows[s.inner]?.splits ?? {}), {
        interval: 20,
        timeout: 15_000,
      })
      .toContain('200');
    const before = await boardOf(await first.url(), `r1-${s.race}`);
    first.process.kill('SIGKILL');
    await first.ended;
    const second = new Splitcast(args);
    await second.printed(/^replay .*run 1,/m);
    const url = await second.url();
    await finished(url, `r1-${s.race}`);
    const after = await boardOf(url, `r1-${s.race}`);
    expect(timesOf(after)).toEqual(times);
    expect(after?.clock['1']?.startUs).toBe(before?.clock['1']?.startUs);
    second.process.kill('SIGINT');
    const { err } = await second.ended;
    expect(err).not.toContain('server-409');

    const third = new Splitcast([...args, '--new']);
    await third.printed(/^replay .*run 2,/m);
    await finished(await third.url(), `r2-${s.race}`);
  });

  test('[R32] follows a live stream, and is connected again after the line was cut', async () => {
    const play = new PlayServer(s.lines(...told.map(([, event]) => event)), [5, 9]);
    onTestFinished(() => play.close());
    const journal = join(tempFolder(), 'j.db');
    const replay = new Splitcast(['replay', await play.url(), ...quick, '--journal', journal]);
    const url = await replay.url();
    await finished(url, s.race);
    expect(timesOf(await boardOf(url, s.race))).toEqual(times);
    await expect.poll(() => play.connections, { interval: 20, timeout: 15_000 }).toBe(3);
    replay.process.kill('SIGINT');
    expect((await replay.ended).err).toContain('the source is away');
  });

  test('[R32] what cannot be used is named with its line', async () => {
    const folder = tempFolder();
    const lines = s.recorded(...told.slice(0, 3));
    const file = recording(folder, [...lines.slice(0, 2), '{"typeName":"Heat', ...lines.slice(2)]);
    const replay = new Splitcast(['replay', file, ...quick, '--journal', join(folder, 'j.db'), '--speed', 'max']);
    await replay.printed(/^end /m);
    replay.process.kill('SIGINT');
    const said = (await replay.ended).err.split('\n').filter((line) => line.includes('not-json'));
    expect(said.map((line) => JSON.parse(line))).toMatchObject([{ code: 'not-json', line: 3 }]);
  });

  test('[R32] a file that is not there is one sentence and exit code 1', async () => {
    const journal = join(tempFolder(), 'j.db');
    const { code, err } = await run(['replay', '/nowhere/day.ndjson', ...quick, '--journal', journal]);
    expect(code).toBe(1);
    expect(err).toContain('the replay has ended: ENOENT');
  });

  test.each([
    ['--speed', '1001'],
    ['--speed', 'fast'],
    ['--speed', '-1'],
  ])('[R7] %s %s is refused with one sentence', async (option, value) => {
    const { code, err } = await run(['replay', 'day.ndjson', option, value]);
    expect(code).toBe(2);
    expect(err).toContain('It must be a whole number from 1 to 1000, or max');
  });

  test('[R12] its help says what the keys do and what becomes of dates', async () => {
    const { code, out } = await run(['replay', '--help']);
    expect(code).toBe(0);
    for (const word of ['space', 'right, up', 'calls off the run', '--keep-dates', 'Ctrl-C'])
      expect(out).toContain(word);
  });
});
