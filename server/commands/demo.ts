// `splitcast demo`: the server, and real races played into it through its own HTTP door.
import { Command, Option } from 'commander';
import { z } from 'zod';
import type { RaceDoc } from '../../shared/meet.ts';
import { type Config, checked, withServerOptions, withTwin } from '../config.ts';
import { play } from '../demo/player.ts';
import { demoRaces, eventNames, type RaceKind, raceKinds } from '../demo/programme.ts';
import { DoorRefusal } from '../door/door.ts';
import { realWall } from '../door/wall.ts';
import { CommandError } from './command-error.ts';
import { say, startPlayed } from './played-server.ts';
import type { RunningServer } from './start-server.ts';

interface DemoOptions extends Config {
  readonly speed: number;
  readonly race?: RaceKind;
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
const raceSchema = z.enum(raceKinds, `It must be one of ${raceKinds.join(', ')}.`);

const example = `
Example:
  splitcast demo --speed 10 --race pairs

The races are real ones: names, sprint points and times are those of the official results, what lies between is
reconstructed. Stop it with Ctrl-C; started again on the same journal it goes on where it was.
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
      withTwin(new Option('--race <kind>', `play only one kind: ${raceKinds.join(', ')}`)).argParser(
        checked(raceSchema),
      ),
    )
    .action(demo);
}

function raceLine(
  { url }: RunningServer,
  { id, name, scheduledAt = 0 }: RaceDoc,
  kind: RaceKind,
  goesOn: boolean,
): string {
  const seconds = Math.max(0, Math.round((scheduledAt - realWall.nowUs()) / 1_000_000));
  const when = goesOn ? 'goes on' : `starts in ${seconds} s`;
  return `race     ${url}/arena?race=${id}  ${eventNames[kind]}, ${name}, ${when}`;
}

async function demo(options: DemoOptions): Promise<void> {
  const { server, door, signal, stopped, end } = await startPlayed(playerToken, options);
  const races = demoRaces.filter(({ kind }) => options.race === undefined || kind === options.race);
  const playing = play({
    door,
    wall: realWall,
    signal,
    races,
    speed: options.speed,
    onRace: (doc, { kind }, goesOn) => say(raceLine(server, doc, kind, goesOn)),
  });
  try {
    await Promise.race([stopped, playing]);
  } catch (error) {
    throw error instanceof DoorRefusal ? new CommandError(`the demo has ended: ${error.message}`) : error;
  } finally {
    await end(playing);
  }
}
