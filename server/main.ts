#!/usr/bin/env node
// The command line. Knows every command and what its failures mean for the exit code.
import { Command, CommanderError } from 'commander';
import { CommandError } from './commands/command-error.ts';
import { demoCommand } from './commands/demo.ts';
import { meetCommand } from './commands/meet.ts';
import { replayCommand } from './commands/replay.ts';
import { serveCommand } from './commands/serve.ts';
import { tokenCommand } from './commands/token.ts';
import { JournalFileError } from './journal/file-error.ts';
import { ListenError } from './listen.ts';
import { programVersion } from './project.ts';

const exitFailed = 1;
const exitUsage = 2;

const examples = `
Examples:
  splitcast serve                            the server, on port 8080, with ./splitcast.db
  splitcast demo --speed 10                  the server with real races, ten times faster
  splitcast replay day.ndjson --speed 10     the server with a recorded day
  splitcast token add --role source          a token for a decoder
  splitcast meet import list.csv             a start list into the running server
  splitcast help serve                       the options of a command

Every option can be given in the environment too: --log-level is SPLITCAST_LOG_LEVEL.
`;

function program(): Command {
  const all = new Command('splitcast')
    .description('Live timing for speed skating: readings in, boards out.')
    .version(programVersion)
    .addHelpText('after', examples)
    .addCommand(serveCommand())
    .addCommand(demoCommand())
    .addCommand(replayCommand())
    .addCommand(tokenCommand())
    .addCommand(meetCommand());
  for (const command of family(all)) command.exitOverride();
  return all;
}

function family(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(family)];
}

/** Expected failures are one sentence; anything else is a mistake of ours and ends with its stack. */
async function run(): Promise<number> {
  try {
    await program().parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitUsage;
    if (error instanceof CommandError || error instanceof JournalFileError || error instanceof ListenError) {
      process.stderr.write(`splitcast: ${error.message}\n`);
      return exitFailed;
    }
    throw error;
  }
}

// Whoever reads our output may go away (a closed terminal, `| head`); a race goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await run();
