// The server that `splitcast meet` talks to: one request, answered or explained. Unlike a decoder, a person does not wait for
// a server that is away.
import { CommandError } from './command-error.ts';

export interface ServerOptions {
  /** As `http://localhost:8080`. */
  readonly url: string;
  readonly token?: string;
}

/** A server that does not answer in this time is away. */
const answerMs = 20_000;

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { line?: number; index?: number; field?: string; says: string }[];
}

export interface ServerAnswer {
  readonly status: number;
  readonly text: string;
  readonly tag: string | undefined;
}

/** The server is not there, as opposed to refusing. */
export class ServerAway extends CommandError {}

/** Where something is wrong, for people: `line 3, naam: `. */
export function whereText({ line, index, field }: { line?: number; index?: number; field?: string }): string {
  const place = line === undefined ? (index === undefined ? '' : `entry ${index + 1}`) : `line ${line}`;
  const where = [place, field ?? ''].filter((part) => part !== '').join(', ');
  return where === '' ? '' : `${where}: `;
}

function refusalText(text: string): string {
  let problem: Problem;
  try {
    problem = JSON.parse(text) as Problem;
  } catch {
    return text.slice(0, 500);
  }
  const { detail, title = '', errors = [] } = problem;
  return [detail ?? title, ...errors.map((fault) => `  ${whereText(fault)}${fault.says}`)].join('\n');
}

/** Asks once. Throws {@link ServerAway}, or a CommandError with every fault that the server named. */
export async function askServer(
  { url, token }: ServerOptions,
  path: string,
  request: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Uint8Array | string;
  } = {},
): Promise<ServerAnswer> {
  const { method = 'GET', headers = {}, body } = request;
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  let response: Response;
  let text: string;
  try {
    response = await fetch(new URL(path, url), {
      method,
      headers: { ...authorization, ...headers },
      signal: AbortSignal.timeout(answerMs),
      ...(body !== undefined && { body: body as NonNullable<RequestInit['body']> }),
    });
    text = await response.text();
  } catch (error) {
    const { cause, message } = error as Error;
    throw new ServerAway(`there is no server at ${url}: ${cause instanceof Error ? cause.message : message}`);
  }
  if (response.status === 401)
    throw new CommandError(`${url} wants a token: make one with splitcast token add, and give it as --token`);
  if (!response.ok && response.status !== 404) throw new CommandError(refusalText(text));
  return { status: response.status, text, tag: response.headers.get('etag') ?? undefined };
}

/** What must be there. */
export async function mustAsk(
  options: ServerOptions,
  path: string,
  request: Parameters<typeof askServer>[2] = {},
): Promise<ServerAnswer> {
  const answer = await askServer(options, path, request);
  if (answer.status === 404) throw new CommandError(refusalText(answer.text));
  return answer;
}
