// What a server prints when it runs: where to look, where its facts are, and a token to write with.
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import type { Tokens } from '../journal/tokens.ts';
import type { RunningServer } from './start-server.ts';

/** The token made at a start; the next start makes a new one of this name and the old one is worth nothing. */
const startToken = 'start';

/** A fresh operator token, for those who just started the server and look at its first lines. */
export function renewStartToken(tokens: Tokens): string {
  tokens.revoke(startToken);
  return tokens.add(startToken, 'operator');
}

/** The lines, label and value; `token` only where one is shown. */
export function startLines(
  { port, url }: Pick<RunningServer, 'port' | 'url'>,
  options: { readonly host?: string; readonly journal: string },
  token?: string,
): readonly string[] {
  const others = listensEverywhere(options.host) ? lanAddresses().map((address) => `http://${address}:${port}`) : [];
  const addresses = [url, ...others];
  return [
    ...addresses.map((address) => line('arena', `${address}/arena`)),
    line('pages', `${url}/`),
    line('API', `${url}/api/v1/openapi.json`),
    line('journal', resolve(options.journal)),
    ...(token === undefined ? [] : [line('token', `${token} (operator, until the next start)`)]),
  ];
}

function line(label: string, value: string): string {
  return `${label.padEnd(8)} ${value}`;
}

function listensEverywhere(host: string | undefined): boolean {
  return host === undefined || host === '0.0.0.0' || host === '::';
}

/** The IPv4 addresses under which other machines in the hall find this one. */
function lanAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flat()
    .filter((face) => face !== undefined && face.family === 'IPv4' && !face.internal)
    .map((face) => face?.address ?? '');
}
