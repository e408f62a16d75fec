import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { tokenCommand } from '../../server/commands/token.ts';
import { run, Splitcast, tempFolder } from './splitcast.ts';

/** Runs a token command in this process; what it printed. */
async function token(...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await tokenCommand().parseAsync(args, { from: 'user' });
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

describe('splitcast token', () => {
  test('[R11] add prints the token alone, list names it, revoke ends it', async () => {
    const journal = ['--journal', join(tempFolder(), 'meet.db')];
    const added = await run(['token', 'add', '--role', 'source', '--name', 'finish-decoder', ...journal]);
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toMatch(/^sc_[\w-]{43}\n$/);

    const listed = await token('list', ...journal);
    expect(listed).toMatch(/^finish-decoder {2}source {4}\d{4}-\d\d-\d\dT.*Z\n$/);
    expect(listed).not.toContain('sc_');

    expect(await token('revoke', 'finish-decoder', ...journal)).toBe('finish-decoder is revoked.\n');
    expect(await token('list', ...journal)).toMatch(/^No tokens yet/);
  });

  test('[R11] without a name the role is numbered', async () => {
    const journal = ['--journal', join(tempFolder(), 'meet.db')];
    for (const role of ['operator', 'source', 'source']) await token('add', '--role', role, ...journal);
    const names = (await token('list', ...journal)).split('\n').map((line) => line.split(' ')[0]);
    expect(names).toEqual(['operator-1', 'source-1', 'source-2', '']);
  });

  test('[R11] a running server takes a new token and refuses a revoked one at once', async () => {
    const journal = join(tempFolder(), 'meet.db');
    const server = new Splitcast([
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--journal',
      journal,
      '--log-level',
      'warn',
    ]);
    const url = await server.url();
    const added = await token('add', '--role', 'operator', '--name', 'desk', '--journal', journal);
    const ask = () =>
      fetch(`${url}/api/v1/facts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${added.trim()}`, 'content-type': 'application/json' },
        body: '[]',
      });
    expect((await ask()).status).toBe(422);
    await token('revoke', 'desk', '--journal', journal);
    expect((await ask()).status).toBe(401);
  });

  test('[R11] a name that is taken, and one that is not there, are one sentence', async () => {
    const journal = ['--journal', join(tempFolder(), 'meet.db')];
    await token('add', '--role', 'source', '--name', 'desk', ...journal);
    const again = token('add', '--role', 'operator', '--name', 'desk', ...journal);
    await expect(again).rejects.toThrow('there is a token named desk already');
    const unknown = await run(['token', 'revoke', 'dex', ...journal]);
    expect(unknown).toMatchObject({
      code: 1,
      out: '',
      err: 'splitcast: there is no token named dex; there are desk\n',
    });
  });

  test('[R11] looking at a journal that is not there does not make one', async () => {
    const file = join(tempFolder(), 'typo.db');
    for (const args of [['list'], ['revoke', 'desk']]) {
      await expect(token(...args, '--journal', file)).rejects.toThrow(
        `there is no journal ${file}: name it with --journal`,
      );
    }
    expect(existsSync(file)).toBe(false);
  });
});
