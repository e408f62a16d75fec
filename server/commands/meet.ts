// `splitcast meet`: start lists and meet documents in and out of a running server, from the secretary's own files.
import { readFile, writeFile } from 'node:fs/promises';
import { Argument, Command, Option } from 'commander';
import { z } from 'zod';
import { idSchema } from '../../shared/words.ts';
import { checked, withTwin } from '../config.ts';
import { decodeText } from '../startlist/decode.ts';
import { isJsonText } from '../startlist/import-list.ts';
import { CommandError } from './command-error.ts';
import { documentIn, sendDocument } from './meet-document.ts';
import { changeLines, isNothing, type ListReceipt, remarkLines, understoodLines } from './meet-report.ts';
import { mustAsk, type ServerOptions } from './meet-server.ts';

interface Options extends ServerOptions {
  readonly meet?: string;
  readonly race?: string;
}

interface ImportOptions extends Options {
  readonly keep?: boolean;
  readonly ifMatch?: string;
}

interface ExportOptions extends Options {
  readonly format: Format;
  readonly separator: string;
}

const formats = ['csv', 'json', 'meet'] as const;
type Format = (typeof formats)[number];
const separatorsByName = ['comma', 'semicolon', 'tab', 'bar'] as const;

const urlSchema = z.url({ protocol: /^https?$/, error: 'It must be an address as http://localhost:8080.' });
const idOption = z.string().pipe(idSchema);

const examples = `
Examples:
  splitcast meet check startlist.csv --meet nk-2025 --token sc_...
  splitcast meet import startlist.csv --meet nk-2025 --token sc_...
  splitcast meet import meet.json --token sc_...
  splitcast meet export startlist.csv --meet nk-2025

A list is CSV as any spreadsheet writes it, or JSON. The races it names have its entries; all else stays. Where a line is
wrong all that is wrong is told and nothing is stored. docs/startlists.md has an example.
`;

function withServer(command: Command): Command {
  return command
    .addOption(
      withTwin(new Option('--url <address>', 'the server'))
        .default('http://localhost:8080')
        .argParser(checked(urlSchema)),
    )
    .addOption(
      withTwin(new Option('--meet <id>', 'the meet (default: the only one there is)')).argParser(checked(idOption)),
    )
    .addOption(
      withTwin(new Option('--race <id>', 'only this race; of a list: the race of lines that name none')).argParser(
        checked(idOption),
      ),
    );
}

function withList(command: Command): Command {
  return withServer(command)
    .addArgument(new Argument('<file>', 'a start list (CSV or JSON), or a meet document; - is the standard input'))
    .addOption(withTwin(new Option('--token <token>', 'of an operator; splitcast token add makes one')))
    .addOption(new Option('--keep', 'entries that are not on the list stay'))
    .addOption(new Option('--if-match <tag>', 'only if the meet is still in this version'));
}

export function meetCommand(): Command {
  const list = withList(
    new Command('import').description('put a start list, or a whole meet document, into the server'),
  );
  const check = withList(
    new Command('check').description(
      'say what an import would do and change nothing; ends with 1 where it would be refused',
    ),
  );
  const out = withServer(new Command('export').description('write the start lists as they stand on the day'))
    .addArgument(new Argument('[file]', 'where to (default: the standard output)'))
    .addOption(withTwin(new Option('--format <format>', formats.join(', ')).choices(formats)).default('csv'))
    .addOption(
      withTwin(new Option('--separator <name>', separatorsByName.join(', ')).choices(separatorsByName)).default(
        'comma',
      ),
    );
  return new Command('meet')
    .description('start lists and meet documents in and out')
    .addHelpText('after', examples)
    .addCommand(list.action((file: string, options: ImportOptions) => importFile(file, options, false)))
    .addCommand(check.action((file: string, options: ImportOptions) => importFile(file, options, true)))
    .addCommand(out.action(exportFile));
}

function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    if (file !== '-') return await readFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** The meet that is meant: the one named, or the only one. */
async function meetId(options: Options): Promise<string> {
  if (options.meet !== undefined) return options.meet;
  const { text } = await mustAsk(options, '/api/v1/meets');
  const ids = (JSON.parse(text) as { meets: { id: string }[] }).meets.map(({ id }) => id);
  const [only] = ids;
  if (only === undefined) throw new CommandError(`${options.url} has no meet yet: import a meet document first`);
  if (ids.length > 1) throw new CommandError(`say which meet with --meet; there are ${ids.join(', ')}`);
  return only;
}

async function importFile(file: string, options: ImportOptions, dry: boolean): Promise<void> {
  const bytes = await bytesOf(file);
  const document = documentIn(bytes);
  print(document === undefined ? await sendList(bytes, options, dry) : await sendDocument(document, options, dry));
}

async function sendList(bytes: Buffer, options: ImportOptions, dry: boolean): Promise<readonly string[]> {
  const query = new URLSearchParams({
    ...(options.race !== undefined && { race: options.race }),
    ...(options.keep === true && { keep: '1' }),
    ...(dry && { dry: '1' }),
  });
  const { text } = await mustAsk(options, `/api/v1/meets/${await meetId(options)}/entries?${query}`, {
    method: 'POST',
    headers: {
      'content-type': isJsonText(decodeText(bytes).text) ? 'application/json' : 'text/csv',
      ...(options.ifMatch !== undefined && { 'if-match': options.ifMatch }),
    },
    body: bytes,
  });
  const receipt = JSON.parse(text) as ListReceipt;
  const end = receipt.stored ? `stored   as version ${receipt.version}` : 'check    nothing is stored; import does it';
  return [
    ...understoodLines(receipt.understood),
    ...changeLines(receipt),
    ...remarkLines(receipt.remarks),
    isNothing(receipt) ? 'same     the meet has this list already' : end,
  ];
}

async function exportFile(file: string | undefined, options: ExportOptions): Promise<void> {
  const path = `/api/v1/meets/${await meetId(options)}`;
  const race = options.race === undefined ? {} : { race: options.race };
  const text = await exported(path, race, options);
  if (file === undefined) process.stdout.write(text);
  else {
    await writeFile(file, text).catch((error: Error) => {
      throw new CommandError(`${file} cannot be written: ${error.message}`);
    });
  }
}

async function exported(path: string, race: Record<string, string>, options: ExportOptions): Promise<string> {
  const { format, separator } = options;
  if (format === 'csv') {
    const { text } = await mustAsk(options, `${path}/entries.csv?${new URLSearchParams({ ...race, separator })}`);
    return `\uFEFF${text.replace(/^\uFEFF/, '')}`;
  }
  const { text } = await mustAsk(options, format === 'json' ? `${path}/entries?${new URLSearchParams(race)}` : path);
  const value = JSON.parse(text) as { meet?: unknown };
  return `${JSON.stringify(format === 'json' ? value : value.meet, null, 2)}\n`;
}
