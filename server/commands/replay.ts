// `splitcast replay`: the server, and a recorded day, or a live stream, played into it through its own HTTP door.
import { Argument, Command, Option } from 'commander';
import { z } from 'zod';
import { type Config, checked, withServerOptions, withTwin } from '../config.ts';
import { DoorRefusal } from '../door/door.ts';
import { realWall } from '../door/wall.ts';
import { doorSink } from '../ingest/door-sink.ts';
import { feed } from '../ingest/feed.ts';
import { followSocket } from '../ingest/follow-socket.ts';
import type { Refusal } from '../ingest/port.ts';
import { vantage } from '../ingest/vantage.ts';
import { CommandError } from './command-error.ts';
import { say, startPlayed } from './played-server.ts';
import { listenToKeys } from './replay-keys.ts';
import { RecordingReplay } from './replay-recording.ts';

interface ReplayOptions extends Config {
  readonly speed: number | 'max';
  readonly keepDates?: boolean;
  readonly new?: boolean;
}

/** The name under which the replayed facts are journaled. */
const playerToken = 'replay';
/** What the clock rate of a race document allows. */
const speedMax = 1000;

const speedSays = `It must be a whole number from 1 to ${speedMax}, or max (or 0) for as fast as can be.`;
const speedSchema = z
  .string()
  .regex(/^(?:\d{1,4}|max)$/, speedSays)
  .transform((text) => (text === 'max' || Number(text) === 0 ? ('max' as const) : Number(text)))
  .refine((speed) => speed === 'max' || speed <= speedMax, speedSays);
const sourceSchema = z.string().min(1, 'It must name a file, or a ws:// or wss:// address.');
const yesSchema = z.stringbool({ error: 'It must be yes or no.' });
const socketPattern = /^wss?:\/\//;

const help = `
Examples:
  splitcast replay day.ndjson --speed 10
  splitcast replay wss://events.example.org/v1/competitions/30913459-50b1-4df7-8e1b-a078472f9e9b

FILE is a recording of a Vantage stream, one event a line with its _time. Its first moment is now, and instants move with
it; --keep-dates leaves them as they were. Stopped with Ctrl-C and started again on the same journal it goes on where it
was; --new begins a new run. A live stream is connected again whenever it goes away.

Keys, on a terminal:
  space          hold, and go on; while it is held the running clock of the screens runs on
  right, up      10 or 60 seconds on: everything up to there is sent at once
  left, down     10 or 60 seconds back: what was sent stays in the journal, so this calls off the run and begins a new one
`;

export function replayCommand(): Command {
  const command = new Command('replay')
    .description('run the server and play a recorded day, or a live stream, into it')
    .addArgument(new Argument('<source>', 'a recording, or a ws:// or wss:// address').argParser(checked(sourceSchema)))
    .addHelpText('after', help);
  return withServerOptions(command)
    .addOption(
      withTwin(new Option('--speed <number>', `play a recording this many times faster, up to ${speedMax}, or max`))
        .default(1)
        .argParser(checked(speedSchema)),
    )
    .addOption(
      withTwin(new Option('--keep-dates [yes]', 'leave the instants of a recording as they were'))
        .preset('yes')
        .argParser(checked(yesSchema)),
    )
    .addOption(
      withTwin(new Option('--new [yes]', 'begin a new run, also where there is one to go on with'))
        .preset('yes')
        .argParser(checked(yesSchema)),
    )
    .action(replay);
}

async function replay(source: string, options: ReplayOptions): Promise<void> {
  const { log, door, signal, stopped, end } = await startPlayed(playerToken, options);
  const onRefused = ({ code, says }: Refusal, line: number) => log.warn({ code, ...(line > 0 && { line }) }, says);

  const followLive = async () => {
    const chunks = followSocket({
      url: source,
      wall: realWall,
      signal,
      onAway: (why, attempt) => log.warn({ attempt }, `the source is away: ${why}`),
      onLive: () => say(`live     ${source}`),
    });
    const known = await door.guns();
    await feed(chunks, {
      translator: vantage(),
      sink: doorSink(door),
      known,
      nowUs: () => realWall.nowUs(),
      onRefused,
    });
  };
  const recording = new RecordingReplay({ file: source, door, wall: realWall, signal, onRefused, say, ...options });
  const isLive = socketPattern.test(source);
  const deaf = isLive ? () => undefined : listenToKeys(process.stdin, recording);
  const playing = isLive ? followLive() : recording.play();
  // A recording that has ended leaves the server up.
  const failed = playing.then(() => stopped);
  try {
    await Promise.race([stopped, failed]);
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && !isLive;
    if (error instanceof DoorRefusal || isFile) throw new CommandError(`the replay has ended: ${error.message}`);
    throw error;
  } finally {
    deaf();
    await end(playing);
  }
}
