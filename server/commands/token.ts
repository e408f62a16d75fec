// `splitcast token`: who may write. Works beside a running server, which notices at once.
import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { idSchema } from '../../shared/words.ts';
import { checked, journalOption, withTwin } from '../config.ts';
import { openTokens, type Role, type Tokens } from '../journal/tokens.ts';
import { CommandError } from './command-error.ts';

interface Options {
  readonly journal: string;
}

interface AddOptions extends Options {
  readonly role: Role;
  readonly name?: string;
}

const roles: readonly Role[] = ['operator', 'source'];
const roleSchema = z.enum(roles, `It must be ${roles.join(' or ')}.`);
const nameSchema = z.string().pipe(idSchema);

const examples = `
Examples:
  splitcast token add --role source --name finish-decoder
  splitcast token list
  splitcast token revoke finish-decoder

An operator may send everything, a source only start, passing, sync and bell.
`;

export function tokenCommand(): Command {
  const add = new Command('add')
    .description('make a token and print it; it is shown this once')
    .addOption(
      withTwin(new Option('--role <role>', roles.join(' or ')))
        .makeOptionMandatory()
        .argParser(checked(roleSchema)),
    )
    .addOption(
      withTwin(
        new Option('--name <name>', 'what facts sent with it are signed with (default: the role and a number)'),
      ).argParser(checked(nameSchema)),
    )
    .addOption(journalOption())
    .action(addToken);
  const list = new Command('list')
    .description('list the tokens, not their text')
    .addOption(journalOption())
    .action(listTokens);
  const revoke = new Command('revoke')
    .description('end a token; a running server refuses it from now on')
    .argument('<name>', 'as listed')
    .addOption(journalOption())
    .action(revokeToken);
  return new Command('token')
    .description('add, list and revoke the tokens needed to write')
    .addHelpText('after', examples)
    .addCommand(add)
    .addCommand(list)
    .addCommand(revoke);
}

/** A mistyped file must not be made by looking at it; only a new token makes a journal. */
function withKnownTokens(options: Options, use: (tokens: Tokens) => string): void {
  if (!existsSync(options.journal))
    throw new CommandError(`there is no journal ${options.journal}: name it with --journal`);
  withTokens(options, use);
}

function withTokens({ journal }: Options, use: (tokens: Tokens) => string): void {
  const tokens = openTokens(journal);
  try {
    process.stdout.write(`${use(tokens)}\n`);
  } finally {
    tokens.close();
  }
}

function addToken(options: AddOptions): void {
  withTokens(options, (tokens) => tokens.add(options.name ?? freeName(tokens, options.role), options.role));
}

function freeName(tokens: Tokens, role: Role): string {
  const names = new Set(tokens.list().map(({ name }) => name));
  let number = 1;
  while (names.has(`${role}-${number}`)) number += 1;
  return `${role}-${number}`;
}

function listTokens(options: Options): void {
  withKnownTokens(options, (tokens) => {
    const list = tokens.list();
    if (list.length === 0) return 'No tokens yet. Make one with: splitcast token add --role operator';
    const width = Math.max(...list.map(({ name }) => name.length));
    return list
      .map(
        ({ name, role, addedUs }) =>
          `${name.padEnd(width)}  ${role.padEnd(8)}  ${new Date(addedUs / 1000).toISOString()}`,
      )
      .join('\n');
  });
}

function revokeToken(name: string, options: Options): void {
  withKnownTokens(options, (tokens) => {
    if (tokens.revoke(name)) return `${name} is revoked.`;
    const names = tokens.list().map((token) => token.name);
    throw new CommandError(
      `there is no token named ${name}${names.length === 0 ? '' : `; there are ${names.join(', ')}`}`,
    );
  });
}
