// `splitcast demo`: the server, and real races played into it through its own HTTP door.
import { Command, Option } from 'commander';
import { z } from 'zod';
import type { RaceDoc } from '../../shared/meet.ts';
import { type Config, checked, withServerOptions, withTwin } from '../config.ts';
import { demoMeets } from '../demo/meets.ts';
import { play } from '../demo/player.ts';
import type { DemoMeet, DemoRace } from '../demo/programme.ts';
import { DoorRefusal } from '../door/door.ts';
import { realWall } from '../door/wall.ts';
import { CommandError } from './command-error.ts';
import { say, startPlayed } from './played-server.ts';
import type { RunningServer } from './start-server.ts';

interface DemoOptions extends Config {
  readonly speed: number;
  readonly meet: DemoMeet;
  readonly race?: string;
}

/** The name under which the player's facts are journaled. */
const playerToken = 'demo';
/** What the clock rate of a race document allows; the whole programme is over in a second then. */
const speedMax = 1000;

const speedRange = `It must be a whole number from 1 to ${speedMax}.`;
const speedSchema = z
  .string()
  .regex(/^\d{1,4}$/, speedRange)
  .transform(Number)
  .pipe(z.int().min(1, speedRange).max(speedMax, speedRange));
const meetKeys = demoMeets.map(({ key }) => key);
const meetSchema = z
  .enum(meetKeys, `It must be one of ${meetKeys.join(', ')}.`)
  .transform((key) => demoMeets.find((demo) => demo.key === key) ?? demoMeets[0]);
const raceKinds = [...new Set(demoMeets.flatMap(({ races }) => races.map(({ kind }) => kind)))];
const raceSchema = z.enum(raceKinds, `It must be one of ${raceKinds.join(', ')}.`);

const example = `
Example:
  splitcast demo --speed 10 --race pairs
  splitcast demo --speed 20 --meet short-track

The races are real ones: names, places, points and times are those of official results where they are known, what lies
between is reconstructed, and the name of a race says what is made up.  Stop it with Ctrl-C; started again on the same journal it goes on where it was.
`;

export function demoCommand(): Command {
  const command = new Command('demo')
    .description('run the server and play real races into it, one after the other')
    .addHelpText('after', example);
  return withServerOptions(command)
    .addOption(
      withTwin(new Option('--speed <number>', `play this many times faster, up to ${speedMax}`))
        .default(1)
        .argParser(checked(speedSchema)),
    )
    .addOption(
      withTwin(new Option('--meet <name>', `which meet: ${meetKeys.join(', ')}`))
        .default(demoMeets[0], demoMeets[0].key)
        .argParser(checked(meetSchema)),
    )
    .addOption(
      withTwin(new Option('--race <kind>', `play only one event of the meet: ${raceKinds.join(', ')}`)).argParser(
        checked(raceSchema),
      ),
    )
    .action(demo);
}

function raceLine({ url }: RunningServer, demo: DemoMeet, doc: RaceDoc, race: DemoRace, goesOn: boolean): string {
  const { id, name, scheduledAt = 0 } = doc;
  const event = demo.events.find(({ key }) => key === race.kind)?.name ?? race.kind;
  const seconds = Math.max(0, Math.round((scheduledAt - realWall.nowUs()) / 1_000_000));
  const when = goesOn ? 'goes on' : `starts in ${seconds} s`;
  return `race     ${url}/arena?race=${id}  ${event}, ${name}, ${when}`;
}

/** The races of a demo that were asked for. */
function racesOf({ key, races, events }: DemoMeet, kind: string | undefined): readonly DemoRace[] {
  if (kind === undefined) return races;
  const chosen = races.filter((race) => race.kind === kind);
  if (chosen.length > 0) return chosen;
  throw new CommandError(
    `--meet ${key} has no event ${kind}; there are ${events.map((event) => event.key).join(', ')}`,
  );
}

async function demo(options: DemoOptions): Promise<void> {
  const races = racesOf(options.meet, options.race);
  const { server, door, signal, stopped, end } = await startPlayed(playerToken, options);
  const playing = play({
    door,
    wall: realWall,
    signal,
    demo: options.meet,
    races,
    speed: options.speed,
    onRace: (doc, race, goesOn) => say(raceLine(server, options.meet, doc, race, goesOn)),
  });
  try {
    await Promise.race([stopped, playing]);
  } catch (error) {
    throw error instanceof DoorRefusal ? new CommandError(`the demo has ended: ${error.message}`) : error;
  } finally {
    await end(playing);
  }
}
