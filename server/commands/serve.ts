// `splitcast serve`: the server until it is told to stop.
import { Command, Option } from 'commander';
import { z } from 'zod';
import { type Config, checked, withServerOptions, withTwin } from '../config.ts';
import { createLog } from '../log.ts';
import { renewStartToken, startLines } from './start-lines.ts';
import { stopSignal } from './stop-signal.ts';

interface ServeOptions extends Config {
  readonly printToken?: boolean;
}

/** SPLITCAST_PRINT_TOKEN=0 means no; commander alone would take any value for yes. */
const yesSchema = z.stringbool({ error: 'It must be yes or no.' });

const example = `
Example:
  splitcast serve --port 8080 --journal /var/lib/splitcast/meet.db
`;

export function serveCommand(): Command {
  const command = new Command('serve')
    .description('run the server: facts in over HTTP, boards out to every screen')
    .addHelpText('after', example);
  return withServerOptions(command)
    .addOption(
      withTwin(new Option('--print-token [yes]', 'make and print a new operator token, also where there are others'))
        .preset('yes')
        .argParser(checked(yesSchema)),
    )
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  // Help and a mistyped option need no server, and should not wait for one to load.
  const { startServer } = await import('./start-server.ts');
  const server = await startServer({ ...options, log: createLog(options.logLevel) });
  const stopped = stopSignal();
  const wantsToken = options.printToken === true || server.tokens.list().length === 0;
  const token = wantsToken ? renewStartToken(server.tokens) : undefined;
  process.stdout.write(`${startLines(server, options, token).join('\n')}\n`);
  await stopped;
  await server.close();
}
