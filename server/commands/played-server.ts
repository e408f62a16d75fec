// A server with somebody who plays into it through its own HTTP door, as a decoder would: the demo and the replay.
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { type Door, openDoor } from '../door/door.ts';
import { realWall } from '../door/wall.ts';
import { createLog } from '../log.ts';
import { renewStartToken, startLines } from './start-lines.ts';
import type { RunningServer } from './start-server.ts';
import { stopSignal } from './stop-signal.ts';

export interface PlayedServer {
  readonly server: RunningServer;
  readonly log: Logger;
  /** Where the player sends its facts. */
  readonly door: Door;
  /** Aborted when the player has to end. */
  readonly signal: AbortSignal;
  /** Resolves when somebody stops the program. */
  readonly stopped: Promise<unknown>;
  /** Ends the player, waits for what it has under way, and closes the server. */
  end(playing: Promise<unknown>): Promise<void>;
}

export function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Starts the server and prints its first lines; `player` is the name under which the facts are journaled. */
export async function startPlayed(player: string, options: Config): Promise<PlayedServer> {
  const log = createLog(options.logLevel);
  // Help and a mistyped option need no server, and should not wait for one to load.
  const { startServer } = await import('./start-server.ts');
  const server = await startServer({ ...options, log });
  const stopped = stopSignal();
  const stop = new AbortController();
  const { signal } = stop;
  server.tokens.revoke(player);
  const token = server.tokens.add(player, 'operator');
  const onAway = (why: string) => log.warn(`the ${player} waits for the server: ${why}`);
  const door = openDoor({ url: server.url, token, wall: realWall, signal, onAway });
  say(...startLines(server, options, renewStartToken(server.tokens)));
  const end = async (playing: Promise<unknown>) => {
    stop.abort();
    // What was under way ends with the abort, and the journal has what it acknowledged.
    await playing.catch(() => undefined);
    await server.close();
  };
  return { server, log, door, signal, stopped, end };
}
