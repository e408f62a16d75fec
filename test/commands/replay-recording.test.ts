import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RecordingReplay } from '../../server/commands/replay-recording.ts';
import { openDoor } from '../../server/door/door.ts';
import { FakeWall } from '../demo/fake-wall.ts';
import { SmallServer } from '../demo/small-server.ts';
import * as s from '../ingest/stream.ts';
import { tempFolder } from './splitcast.ts';

const lines = s.recorded(
  [0, s.competition()],
  [0, s.distance()],
  [1, s.activated()],
  [60.3, s.start()],
  [79, s.lap(s.innerId, 18.2)],
  [107, s.lap(s.innerId, 46.9)],
  [150, s.committed()],
);

async function replayed(keys: (replay: RecordingReplay, seconds: number, wall: FakeWall) => void) {
  const wall = new FakeWall();
  const server = new SmallServer(wall);
  await server.listen();
  onTestFinished(() => server.close());
  const file = join(tempFolder(), 'day.ndjson');
  writeFileSync(file, lines.join('\n'));
  const { signal } = new AbortController();
  const said: string[] = [];
  const replay = new RecordingReplay({
    file,
    speed: 1,
    door: openDoor({ url: server.url, token: 'demo-token', wall, signal }),
    wall,
    signal,
    onRefused: ({ says }) => said.push(`refused ${says}`),
    say: (line) => said.push(line.replace(/\S+day/, 'day')),
  });
  const zeroUs = wall.us;
  wall.onSleep = (nowUs) => keys(replay, (nowUs - zeroUs) / 1_000_000, wall);
  await replay.play();
  return { server, said, secondsOf: (us: number) => (us - zeroUs) / 1_000_000, wall };
}

describe('the keys of a replay', () => {
  it('[I14] space holds it and goes on', async () => {
    const { said, secondsOf, wall } = await replayed((replay, seconds) => {
      if (seconds === 10 || seconds === 40) replay.space();
    });
    expect(secondsOf(wall.us)).toBe(180);
    expect(said.filter((line) => line.startsWith('at'))).toEqual([
      'at       11:59:10 UTC of the recording, held',
      'at       11:59:10 UTC of the recording',
    ]);
  });

  it('[I14] right and up go on at once', async () => {
    const { secondsOf, wall } = await replayed((replay, seconds) => {
      if (seconds === 10) replay.move(60);
    });
    expect(secondsOf(wall.us)).toBe(90);
  });

  it('[I16] left and down call off the run and begin a new one from there', async () => {
    let back = false;
    const { server, said } = await replayed((replay, seconds) => {
      if (seconds >= 80 && !back) {
        back = true;
        replay.move(-60);
      }
    });
    expect(said.filter((line) => line.startsWith('replay'))).toEqual([
      'replay   day.ndjson, run 1, at its own pace',
      'replay   day.ndjson, run 2, at its own pace',
    ]);
    expect(server.meets.get('r1-11111111')?.meet.races[0]?.cancelled).toBe(true);
    expect(server.meets.get('r2-11111111')?.meet.races[0]?.cancelled).toBeUndefined();
    const laps = [...server.facts.values()].filter(({ fact }) => fact.kind === 'passing');
    expect(laps.map(({ fact }) => fact.race)).toEqual([`r1-${s.race}`, `r2-${s.race}`, `r2-${s.race}`]);
    expect(said.at(-1)).toBe('end      of the recording; the server stays up');
  });
});
