// A demo meet on a real server, played in no time up to a moment of a race; from there on it goes on as it does in a hall.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startServer } from '../../server/commands/start-server.ts';
import { anklesOf, meetId, raceId } from '../../server/demo/meet.ts';
import { armLeadUs } from '../../server/demo/officials.ts';
import { play } from '../../server/demo/player.ts';
import { type DemoMeet, slotUs } from '../../server/demo/programme.ts';
import { openDoor } from '../../server/door/door.ts';
import { realWall, type Wall } from '../../server/door/wall.ts';

export interface PlayedMeet {
  readonly url: string;
  /** Of an operator. */
  readonly token: string;
  /** Their ids. */
  readonly meet: string;
  readonly race: string;
  send(method: string, path: string, body: unknown): Promise<void>;
  /** The server goes away, and does not come back. */
  cut(): Promise<void>;
  stop(): Promise<void>;
}

/** A wall that is so far behind: waiting takes no time until it has caught up. */
function hastyWall(behindUs: number, caughtUp: () => void): Wall {
  let us = realWall.nowUs() - behindUs;
  const isBehind = () => us < realWall.nowUs();
  return {
    nowUs: () => (isBehind() ? us : realWall.nowUs()),
    async sleep(ms, signal) {
      if (us + ms * 1000 < realWall.nowUs()) us += ms * 1000;
      else {
        us = Number.POSITIVE_INFINITY;
        caughtUp();
        await realWall.sleep(ms, signal);
      }
    },
  };
}

/** The meet of a demo, `seconds` after the gun of its race `key`. */
export async function playedMeet(pages: string, demo: DemoMeet, key: string, seconds: number): Promise<PlayedMeet> {
  const race = demo.races.find((one) => one.key === key);
  if (race === undefined) throw new Error(`the meet ${demo.key} has no race ${key}`);
  const folder = await mkdtemp(join(tmpdir(), 'splitcast-screens-'));
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    journal: join(folder, 'race.db'),
    log: pino({ level: 'silent' }),
    pagesFolder: pages,
  });
  const { url } = server;
  const token = server.tokens.add('desk', 'operator');
  const before = demo.races.slice(0, demo.races.indexOf(race));
  const slots = before.map((one) => slotUs(one.script(raceId(1, one, demo), anklesOf(1, one, demo))));
  const behindUs = slots.reduce((sum, us) => sum + us, armLeadUs + seconds * 1_000_000);
  const stopping = new AbortController();
  const { signal } = stopping;
  const playing = await new Promise<{ readonly ended: Promise<unknown> }>((resolve, reject) => {
    const wall = hastyWall(behindUs, () => resolve({ ended }));
    const door = openDoor({ url, token, wall, signal });
    const ended = play({ door, wall, signal, demo, races: demo.races, speed: 1 }).catch((error: unknown) => {
      if (!signal.aborted) reject(error);
    });
  });
  const cut = async () => {
    stopping.abort();
    await playing.ended;
    await server.close();
  };
  return {
    url,
    token,
    meet: meetId(1, demo),
    race: raceId(1, race, demo),
    async send(method, path, body) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    },
    cut,
    async stop() {
      await cut();
      await rm(folder, { recursive: true });
    },
  };
}
