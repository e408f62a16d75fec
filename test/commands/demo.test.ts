import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Board } from '../../shared/board.ts';
import { run, Splitcast, tempFolder } from './splitcast.ts';

const quick = ['--port', '0', '--host', '127.0.0.1', '--log-level', 'silent'];

async function boardOf(url: string, race: string): Promise<Board> {
  const answer = await fetch(`${url}/api/v1/races/${race}`);
  return ((await answer.json()) as { board: Board }).board;
}

describe('splitcast demo', () => {
  test('[R28] prints addresses, a token that works, and which race is on', async () => {
    const demo = new Splitcast(['demo', ...quick, '--journal', join(tempFolder(), 'demo.db')]);
    const [url, token] = [await demo.url(), await demo.token()];
    const [, page, name] = await demo.printed(/^race +(\S+) +(.+)$/m);
    expect(page).toBe(`${url}/arena?race=demo-1.mass-start`);
    expect(name).toMatch(
      /^Mass Start Men, Division A \(laps between the sprints reconstructed\), starts in (20|19) s$/,
    );
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ id: 'mine', kind: 'bell', race: 'demo-1.mass-start', lap: 16 });
    expect((await fetch(`${url}/api/v1/facts`, { method: 'POST', headers, body })).status).toBe(200);
    demo.process.kill('SIGINT');
    expect((await demo.ended).code).toBe(0);
  });

  test('[R25] killed in mid-race and started again, the race is completed and the next one follows', async () => {
    const args = ['demo', ...quick, '--journal', join(tempFolder(), 'demo.db'), '--race', 'pairs', '--speed', '20'];
    const first = new Splitcast(args);
    const url = await first.url();
    await expect
      .poll(async () => (await boardOf(url, 'demo-1.pair-7'))?.race.status, { interval: 20, timeout: 15_000 })
      .toBe('running');
    const before = await boardOf(url, 'demo-1.pair-7');
    first.process.kill('SIGKILL');
    await first.ended;

    const second = new Splitcast(args);
    await second.printed(/^race +\S+demo-1\.pair-7 .*goes on$/m);
    await second.printed(/^race +\S+demo-1\.pair-8 .*starts in \d+ s$/m);
    const after = await boardOf(await second.url(), 'demo-1.pair-7');
    expect(after.clock['1']!.startUs).toBe(before.clock['1']!.startUs);
    expect(after.race).toMatchObject({ status: 'official', attempt: 1 });
    const times = Object.values(after.rows).map(({ timeUs }) => Math.trunc(timeUs! / 10_000));
    expect(times.sort()).toEqual([6647, 6702]);
  });

  test.each([
    ['--speed', '0', 'It must be a whole number from 1 to 1000.'],
    ['--speed', '1001', 'It must be a whole number from 1 to 1000.'],
    ['--speed', '1.5', 'It must be a whole number from 1 to 1000.'],
    ['--race', 'marathon', 'It must be one of mass-start, pairs, m500, m1000, m5000, m1500, m10000.'],
    ['--meet', 'ice-cross', 'It must be one of world-cup, mass-start, short-track, sprint-trials, allround.'],
  ])('[R7] %s %s is refused with one sentence', async (option, value, sentence) => {
    const { code, err } = await run(['demo', option, value]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  test('[R29] --meet plays another meet, --race an event of it, and one that it has not is named', async () => {
    const journal = join(tempFolder(), 'demo.db');
    const demo = new Splitcast(['demo', ...quick, '--journal', journal, '--meet', 'short-track', '--speed', '50']);
    await demo.printed(/^race +\S+demo-short-track-1\.quarter-final-1 +500 m Men, Quarter-final 1 .*starts in \d+ s$/m);
    const board = await boardOf(await demo.url(), 'demo-short-track-1.quarter-final-1');
    expect(board.race).toMatchObject({ kind: 'shortTrack', meetName: 'Short track, 500 m men, Sochi 2014 (replay)' });
    const none = await run([
      'demo',
      ...quick,
      '--journal',
      join(tempFolder(), 'x.db'),
      '--meet',
      'allround',
      '--race',
      'pairs',
    ]);
    expect(none).toMatchObject({
      code: 1,
      err: 'splitcast: --meet allround has no event pairs; there are m500, m5000, m1500, m10000\n',
    });
  });

  test('[R12] its help says what is real and what is reconstructed', async () => {
    const { code, out } = await run(['demo', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('splitcast demo --speed 10 --race pairs');
    expect(out).toContain('reconstructed');
  });
});
