import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { ListenError, listen, stopListening, stopWaitMs } from '../../server/listen.ts';

async function refused(port: number, host?: string, code = ''): Promise<string> {
  const server = createServer();
  if (code !== '') {
    server.listen = () => {
      server.emit('error', Object.assign(new Error('no'), { code }));
      return server;
    };
  }
  const error = await listen(server, port, host).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ListenError);
  return (error as ListenError).message;
}

/** A request to the server that has arrived and waits for its answer. */
async function underWay(server: Server, port: number): Promise<{ answer: Promise<IncomingMessage>; end: () => void }> {
  const arrived = once(server, 'request');
  const sent = request({ host: '127.0.0.1', port, method: 'POST', headers: { connection: 'keep-alive' } });
  const answer = once(sent, 'response').then(([response]) => response as IncomingMessage);
  answer.catch(() => undefined);
  sent.write('half');
  await arrived;
  return { answer, end: () => sent.end('whole') };
}

describe('listening', () => {
  test('[R9] port 0 gives a free one', async () => {
    const server = createServer();
    expect(await listen(server, 0, '127.0.0.1')).toBeGreaterThan(0);
    await stopListening(server);
  });

  test('[R9] every reason has its sentence', async () => {
    expect(await refused(8080, undefined, 'EADDRINUSE')).toMatch(/^port 8080 is taken .* --port$/);
    expect(await refused(80, undefined, 'EACCES')).toMatch(/^port 80 may not be opened .* above 1023/);
    expect(await refused(0, '192.0.2.1')).toMatch(/^192\.0\.2\.1 is no address of this machine/);
    expect(await refused(7, undefined, 'EMFILE')).toBe('port 7 cannot be opened: no');
  });
});

describe('stopping', () => {
  test('[R8] a request under way is answered, and its kept connection holds nobody up', async () => {
    const server = createServer((asked, response) => {
      asked.resume().on('end', () => response.end('done'));
    });
    const port = await listen(server, 0, '127.0.0.1');
    const { answer, end } = await underWay(server, port);
    const stopped = stopListening(server);
    end();
    expect((await answer).statusCode).toBe(200);
    (await answer).resume();
    await stopped;
    expect(server.listening).toBe(false);
  });

  test(`[R8] after ${stopWaitMs} ms what is still under way is cut`, async () => {
    const server = createServer(() => undefined);
    const port = await listen(server, 0, '127.0.0.1');
    const { answer } = await underWay(server, port);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    try {
      let done = false;
      const stopped = stopListening(server).then(() => {
        done = true;
      });
      await vi.advanceTimersByTimeAsync(stopWaitMs - 1);
      expect(done).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await expect(answer).rejects.toThrow('socket hang up');
      await stopped;
    } finally {
      vi.useRealTimers();
    }
  });
});
