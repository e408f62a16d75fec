import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anklesOf, demoMeet } from '../../server/demo/meet.ts';
import { worldCup } from '../../server/demo/meets/world-cup.ts';
import { type PlayerOptions, play } from '../../server/demo/player.ts';
import type { DemoRace } from '../../server/demo/programme.ts';
import { dated, type Script } from '../../server/demo/script.ts';
import { DoorRefusal, openDoor } from '../../server/door/door.ts';
import type { FactOf } from '../../shared/facts.ts';
import { FakeWall } from './fake-wall.ts';
import { SmallServer } from './small-server.ts';

const [massStart, ...pairs] = worldCup.races as [DemoRace, ...DemoRace[]];
const twoPairs = [pairs[0]!, pairs[2]!];
const second = 1_000_000;

let wall: FakeWall;
let server: SmallServer;
let stop: AbortController;
let away: string[];

beforeEach(async () => {
  wall = new FakeWall();
  server = new SmallServer(wall);
  await server.listen();
  stop = new AbortController();
  away = [];
});
afterEach(() => server.close());

interface Playing extends Partial<PlayerOptions> {
  /** Ends the test run when true, asked before every sleep. */
  until: () => boolean;
}

async function playUntil({ until, ...options }: Playing): Promise<string[]> {
  stop = new AbortController();
  const { signal } = stop;
  wall.onSleep = () => {
    if (until()) stop.abort();
  };
  const begun: string[] = [];
  const door = openDoor({ url: server.url, token: 'demo-token', wall, signal, onAway: (why) => away.push(why) });
  const onRace: PlayerOptions['onRace'] = ({ id }, _race, goesOn) => begun.push(goesOn ? `${id} again` : id);
  const all: PlayerOptions = { demo: worldCup, door, wall, signal, races: twoPairs, speed: 1, onRace, ...options };
  await expect(play(all)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  return begun;
}

function isOfficial(race: string): boolean {
  return server.statusOf(race) === 'official';
}

function scriptOf(run: number, race: DemoRace): Script {
  return race.script(`demo-${run}.${race.key}`, anklesOf(run, race, worldCup));
}

describe('a race played at real speed', () => {
  it('[R24] every fact of the script is sent, in its order, when it is due and not before', async () => {
    await playUntil({ races: [massStart], until: () => isOfficial('demo-1.mass-start') });
    const zeroUs = server.meets.get('demo-1')!.meet.races[0]!.scheduledAt!;
    const script = scriptOf(1, massStart);
    const stored = [...server.facts.values()];
    expect(stored).toHaveLength(script.length);
    for (const [index, { fact, atUs }] of stored.entries()) {
      const step = script[index]!;
      expect(fact).toEqual(dated(step, `demo-1.mass-start.${index + 1}`, zeroUs, 1));
      const lateUs = atUs - (zeroUs + step.dueUs);
      expect(lateUs).toBeGreaterThanOrEqual(0);
      expect(lateUs).toBeLessThan(2_000);
    }
  });

  it('[R24] the skaters of the first race are called up at once, and it starts 20 s later', async () => {
    const beganUs = wall.us;
    await playUntil({ until: () => server.statusOf('demo-1.pair-7') === 'running' });
    expect(wall.us).toBe(beganUs);
    expect(server.meets.get('demo-1')!.meet.races[0]!.scheduledAt).toBe(beganUs + 20 * second);
  });

  it('[R24] at a higher speed the same instants are sent sooner, and the document tells screens the rate', async () => {
    await playUntil({ races: [massStart], speed: 16, until: () => isOfficial('demo-1.mass-start') });
    const race = server.meets.get('demo-1')!.meet.races[0]!;
    expect(race.clockRate).toBe(16);
    const script = scriptOf(1, massStart);
    const stored = [...server.facts.values()];
    for (const [index, { fact, atUs }] of stored.entries()) {
      const step = script[index]!;
      expect(fact).toEqual(dated(step, fact.id, race.scheduledAt!, 1));
      expect(Math.abs(atUs - (race.scheduledAt! + step.dueUs / 16))).toBeLessThan(2_000);
    }
  });

  it('[R24] nobody sleeps longer than a second, so a laptop that was shut catches up', async () => {
    await playUntil({ until: () => isOfficial('demo-1.pair-7') });
    expect(Math.max(...wall.sleepsMs)).toBe(1000);
  });
});

describe('the programme', () => {
  it('[R26] the next race follows after a pause, and after the last a new run begins', async () => {
    const begun = await playUntil({ until: () => server.statusOf('demo-2.pair-9') === 'running' });
    expect(begun).toEqual(['demo-1.pair-7', 'demo-1.pair-9', 'demo-2.pair-7', 'demo-2.pair-9']);
    const signed = [...server.facts.values()].find(({ fact }) => fact.kind === 'official')!;
    const armed = [...server.facts.values()].filter(({ fact }) => fact.kind === 'arm')[1]!;
    expect(armed.atUs - signed.atUs).toBeGreaterThanOrEqual(30 * second - 2_000);
    expect(armed.atUs - signed.atUs).toBeLessThan(31 * second);
  });

  it('[R26] the whole run is on the programme from the start, with its times', async () => {
    await playUntil({ races: worldCup.races, until: () => server.facts.size > 0 });
    const times = server.meets.get('demo-1')!.meet.races.map(({ scheduledAt }) => scheduledAt!);
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(new Set(times).size).toBe(worldCup.races.length);
  });

  it('[R26] the pair with the false start has two guns, the call back between them', async () => {
    await playUntil({ races: [pairs[2]!], until: () => isOfficial('demo-1.pair-9') });
    const kinds = server.ofRace('demo-1.pair-9').map(({ kind }) => kind);
    const order = kinds.filter((kind) => ['start', 'clear', 'falseStart', 'finish'].includes(kind));
    expect(order).toEqual(['start', 'clear', 'falseStart', 'start', 'finish']);
  });
});

describe('after a kill', () => {
  async function killedInPair7(downUs: number): Promise<string[]> {
    await playUntil({ until: () => server.ofRace('demo-1.pair-7').length >= 8 });
    wall.us += downUs;
    return playUntil({ until: () => server.statusOf('demo-1.pair-9') === 'running' });
  }

  it('[R25] the race goes on where it was: the same facts with the same instants, nothing twice, nothing missing', async () => {
    const begun = await killedInPair7(5 * second);
    expect(begun).toEqual(['demo-1.pair-7 again', 'demo-1.pair-9']);
    expect(server.duplicates).toBe(8);
    const zeroUs = server.meets.get('demo-1')!.meet.races[0]!.scheduledAt!;
    const whole = scriptOf(1, pairs[0]!).map((step, index) => dated(step, `demo-1.pair-7.${index + 1}`, zeroUs, 1));
    expect(server.ofRace('demo-1.pair-7')).toEqual(whole);
  });

  it('[R25] what is overdue goes at once, and the rest when it is due', async () => {
    await killedInPair7(40 * second);
    const zeroUs = server.meets.get('demo-1')!.meet.races[0]!.scheduledAt!;
    const script = scriptOf(1, pairs[0]!);
    const stored = server.ofRace('demo-1.pair-7').map(({ id }) => server.facts.get(id)!.atUs);
    const late = script.map(({ dueUs }, index) => stored[index]! - (zeroUs + dueUs));
    expect(Math.max(...late)).toBeLessThan(40 * second + 2_000);
    expect(Math.max(...late)).toBeGreaterThan(10 * second);
    expect(late.at(-1)).toBeLessThan(2_000);
  });

  it('[R25] after an hour away the race is completed at once, and the next one is called up anew, not overdue', async () => {
    await playUntil({ until: () => server.ofRace('demo-1.pair-7').length >= 8 });
    wall.us += 3600 * second;
    const backUs = wall.us;
    await playUntil({ until: () => isOfficial('demo-1.pair-7') });
    expect(wall.us).toBe(backUs);
    await playUntil({ until: () => server.statusOf('demo-1.pair-9') === 'running' });
    expect(server.meets.get('demo-1')!.meet.races[1]!.scheduledAt!).toBeGreaterThanOrEqual(backUs + 20 * second);
  });

  it('[R25] a race that is over is not started again', async () => {
    await playUntil({ until: () => isOfficial('demo-1.pair-7') });
    const before = server.ofRace('demo-1.pair-7').length;
    const begun = await playUntil({ until: () => server.statusOf('demo-1.pair-9') === 'running' });
    expect(begun).toEqual(['demo-1.pair-9']);
    expect(server.ofRace('demo-1.pair-7')).toHaveLength(before);
    expect(server.duplicates).toBe(0);
  });

  it('[R25] a race in progress keeps its rate when the speed is another; those that follow take the new one', async () => {
    await playUntil({ speed: 4, until: () => server.ofRace('demo-1.pair-7').length >= 8 });
    await playUntil({ speed: 1, until: () => server.statusOf('demo-1.pair-9') === 'running' });
    expect(server.meets.get('demo-1')!.meet.races.map(({ clockRate }) => clockRate)).toEqual([4, undefined]);
  });

  it('[R25] with other races chosen the old run is called off and a new one begins', async () => {
    await playUntil({ until: () => server.ofRace('demo-1.pair-7').length >= 8 });
    const begun = await playUntil({ races: [pairs[1]!], until: () => server.statusOf('demo-2.pair-8') === 'running' });
    expect(begun).toEqual(['demo-2.pair-8']);
    expect(server.meets.get('demo-1')!.meet.races.map(({ cancelled }) => cancelled)).toEqual([true, true]);
  });

  it('[R25] a run whose facts another version of the demo made is called off', async () => {
    await playUntil({ until: () => server.ofRace('demo-1.pair-7').length >= 8 });
    const stored = server.facts.get('demo-1.pair-7.5')!.fact as FactOf<'passing'>;
    server.facts.set(stored.id, { atUs: 0, fact: { ...stored, at: stored.at + 1 } });
    const begun = await playUntil({ until: () => server.statusOf('demo-2.pair-7') === 'running' });
    expect(begun).toEqual(['demo-1.pair-7 again', 'demo-2.pair-7']);
    expect(server.statusOf('demo-1.pair-7')).toBe('cancelled');
  });

  it('[R25] meets of others are left alone, and what an operator put into the meet stays', async () => {
    const guest = { id: 'guest', event: 'demo-1.pairs', name: 'Guest race', entries: [] };
    server.meets.set('club-night', { meet: { ...demoMeet(1, [], worldCup), id: 'club-night' }, version: 1 });
    await playUntil({ until: () => server.facts.size > 0 });
    const { meet, version } = server.meets.get('demo-1')!;
    server.meets.set('demo-1', { meet: { ...meet, races: [...meet.races, guest] }, version: version + 1 });
    wall.us += 3600 * second;
    await playUntil({ until: () => server.statusOf('demo-1.pair-9') === 'running' });
    expect(server.meets.get('demo-1')!.meet.races.map(({ id }) => id)).toEqual([
      'demo-1.pair-7',
      'demo-1.pair-9',
      'guest',
    ]);
    expect(server.meets.get('club-night')!.version).toBe(1);
  });
});

describe('a server that is away or says no', () => {
  it('[R27] is asked again with longer and longer pauses, and nothing is lost', async () => {
    server.failures.push(...Array.from({ length: 7 }, () => ({ status: 503, detail: 'no room' })));
    await playUntil({ until: () => isOfficial('demo-1.pair-7') });
    expect(wall.sleepsMs.slice(0, 7)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
    expect(away).toEqual(['GET /api/v1/meets was refused with 503: no room']);
    expect(server.ofRace('demo-1.pair-7')).toHaveLength(scriptOf(1, pairs[0]!).length);
  });

  it('[R27] a server that is restarted in mid-race gets everything', async () => {
    await playUntil({ until: () => server.facts.size >= 8 });
    const { port } = server;
    await server.close();
    const later = new SmallServer(wall);
    for (const [id, meet] of server.meets) later.meets.set(id, meet);
    for (const [id, fact] of server.facts) later.facts.set(id, fact);
    server = later;
    let naps = 0;
    const listening = new Promise<void>((resolve) => {
      const wait = wall.sleep.bind(wall);
      wall.sleep = async (ms, signal) => {
        naps += 1;
        if (naps === 3) resolve(later.listen(port));
        if (naps === 3) await listening;
        await wait(ms, signal);
      };
    });
    later.port = port;
    await playUntil({ until: () => isOfficial('demo-1.pair-7') });
    expect(away).toHaveLength(1);
    expect(server.ofRace('demo-1.pair-7')).toHaveLength(scriptOf(1, pairs[0]!).length);
  });

  it.each([401, 403, 422])('[R27] %i ends the demo with what the server said', async (status) => {
    server.failures.push({ status, detail: 'at must be a whole number' });
    const door = openDoor({ url: server.url, token: 'demo-token', wall, signal: stop.signal });
    const played = play({ demo: worldCup, door, wall, signal: stop.signal, races: twoPairs, speed: 1 });
    await expect(played).rejects.toThrow(`GET /api/v1/meets was refused with ${status}: at must be a whole number`);
    await expect(played).rejects.toBeInstanceOf(DoorRefusal);
  });

  it('[R27] a meet that somebody else changed meanwhile is read again', async () => {
    let changed = false;
    const door = openDoor({ url: server.url, token: 'demo-token', wall, signal: stop.signal });
    const rival: typeof door = {
      ...door,
      async putMeet(meet, tag) {
        if (!changed) {
          changed = true;
          await door.putMeet({ ...meet, venue: 'Elsewhere' }, tag);
        }
        await door.putMeet(meet, tag);
      },
    };
    await playUntil({ door: rival, until: () => server.facts.size > 0 });
    expect(server.meets.get('demo-1')).toMatchObject({ version: 2, meet: { venue: 'Elsewhere' } });
  });
});
