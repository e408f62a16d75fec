// The options of a server, each with a twin SPLITCAST_<OPTION> in the environment, checked before anything starts.
import { statSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { type LogLevel, logLevels } from './log.ts';

export interface Config {
  /** 0: any free one. */
  readonly port: number;
  /** All interfaces where absent. */
  readonly host?: string;
  /** The journal's file. */
  readonly journal: string;
  readonly logLevel: LogLevel;
  /** The folder of the sponsors' pictures. */
  readonly sponsors?: string;
}

const portsMax = 65_535;

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/, `It must be a number from 0 (any free port) to ${portsMax}.`)
  .transform(Number)
  .pipe(z.int().max(portsMax, `It must be at most ${portsMax}.`));
const hostSchema = z.string().regex(/^[A-Za-z0-9._:%-]{1,255}$/, 'It must be an address or a name of this machine.');
const fileSchema = z.string().min(1, 'It must name a file.');
const folderSchema = z
  .string()
  .refine(
    (folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true,
    'It must be a folder that is there.',
  );
const logLevelSchema = z.enum(logLevels, `It must be one of ${logLevels.join(', ')}.`);

/** A parser for commander: the checked value, or one sentence. */
export function checked<T>(schema: z.ZodType<T>): (text: string) => T {
  return (text) => {
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    throw new InvalidArgumentError(result.error.issues[0]?.message ?? 'It is wrong.');
  };
}

/** An option with its twin in the environment: `--log-level` is SPLITCAST_LOG_LEVEL. */
export function withTwin(option: Option): Option {
  return option.env(`SPLITCAST_${option.name().replaceAll('-', '_').toUpperCase()}`);
}

export function journalOption(): Option {
  return withTwin(new Option('--journal <file>', 'the journal, made where there is none'))
    .default('./splitcast.db')
    .argParser(checked(fileSchema));
}

/** Adds the options of {@link Config}; the command's action gets them checked. */
export function withServerOptions(command: Command): Command {
  return command
    .addOption(
      withTwin(new Option('--port <number>', 'port to listen on, 0 for any free one'))
        .default(8080)
        .argParser(checked(portSchema)),
    )
    .addOption(
      withTwin(new Option('--host <address>', 'address to listen on (default: all of this machine)')).argParser(
        checked(hostSchema),
      ),
    )
    .addOption(journalOption())
    .addOption(
      withTwin(new Option('--log-level <level>', `what to log on stderr: ${logLevels.join(', ')}`))
        .default('info')
        .argParser(checked(logLevelSchema)),
    )
    .addOption(
      withTwin(
        new Option('--sponsors <folder>', 'png, svg, jpg and webp pictures that screens show when nothing is on'),
      ).argParser(checked(folderSchema)),
    );
}
