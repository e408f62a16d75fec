// A whole meet document sent by `splitcast meet import`, in place of the version that is there, or only compared with it.
import type { Meet } from '../../shared/meet.ts';
import { changesOf } from '../startlist/changes.ts';
import { checkDocument } from '../startlist/check-document.ts';
import { decodeText } from '../startlist/decode.ts';
import { CommandError } from './command-error.ts';
import { changeLines, isNothing } from './meet-report.ts';
import { askServer, mustAsk, type ServerAnswer, ServerAway, type ServerOptions, whereText } from './meet-server.ts';

interface Options extends ServerOptions {
  readonly meet?: string;
  readonly ifMatch?: string;
}

/** The value of a file that holds a meet document; undefined where it is a list. */
export function documentIn(bytes: Uint8Array): object | undefined {
  const { text } = decodeText(bytes);
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as object;
    return 'events' in value && 'races' in value ? value : undefined;
  } catch {
    return undefined;
  }
}

function meetIn(value: object, { meet: id }: Options): Meet {
  const meet = checkDocument(value);
  if (!('races' in meet)) {
    const lines = meet.map((remark) => `  ${whereText(remark)}${remark.says}`);
    throw new CommandError(['the meet document is wrong; nothing is stored', ...lines].join('\n'));
  }
  if (id !== undefined && id !== meet.id) throw new CommandError(`the document is of meet ${meet.id}, not ${id}`);
  return meet;
}

function racesLine(before: Meet | undefined, after: Meet): readonly string[] {
  const old = new Set(before?.races.map(({ id }) => id));
  const now = new Set(after.races.map(({ id }) => id));
  const added = [...now].filter((id) => !old.has(id)).map((id) => `added    race ${id}`);
  const gone = [...old].filter((id) => !now.has(id)).map((id) => `removed  race ${id}`);
  return [...added, ...gone];
}

function linesOf(before: Meet | undefined, after: Meet): readonly string[] {
  const changes = changesOf(before ?? { ...after, athletes: [], races: [] }, after);
  const lines = [...racesLine(before, after), ...changeLines(changes)];
  const others = before === undefined ? [] : otherParts(before, after);
  return [
    ...lines,
    ...(isNothing(changes) && lines.length === 0 && others.length === 0
      ? ['same     athletes, races and entries']
      : others),
  ];
}

/** What a list does not know: events, timetable, … */
function otherParts(before: Meet, after: Meet): readonly string[] {
  const parts = [
    'name',
    'venue',
    'dates',
    'timeZone',
    'events',
    'combined',
    'selections',
    'timetable',
    'nations',
  ] as const;
  const changed = parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
  return changed.length === 0 ? [] : [`changed  ${changed.join(', ')}`];
}

async function newest(options: Options, id: string): Promise<(ServerAnswer & { readonly meet?: Meet }) | undefined> {
  const answer = await askServer(options, `/api/v1/meets/${id}`);
  return answer.status === 404 ? undefined : { ...answer, meet: (JSON.parse(answer.text) as { meet: Meet }).meet };
}

/** Lines for people; the document is stored unless `dry`. */
export async function sendDocument(value: object, options: Options, dry: boolean): Promise<readonly string[]> {
  const meet = meetIn(value, options);
  try {
    const found = await newest(options, meet.id);
    const lines = linesOf(found?.meet, meet);
    if (dry) return [...lines, 'check    nothing is stored; import does it'];
    const condition: Record<string, string> =
      found === undefined ? { 'if-none-match': '*' } : { 'if-match': options.ifMatch ?? found.tag ?? '*' };
    const { text } = await mustAsk(options, `/api/v1/meets/${meet.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...condition },
      body: JSON.stringify(value),
    });
    return [...lines, `stored   as version ${(JSON.parse(text) as { version: number }).version}`];
  } catch (error) {
    if (dry && error instanceof ServerAway)
      return [`check    the document is right; ${error.message}, so nothing was compared`];
    throw error;
  }
}
