// `/api/v1/meets/<id>/entries`: start lists out, as they stand on the day, and in, put into the newest version of the meet.
import type { Meet } from '../../shared/meet.ts';
import { dayRemarks, stayingRemarks } from '../startlist/day-remarks.ts';
import { csvOf, jsonOf, type RaceList } from '../startlist/export-list.ts';
import { type Imported, importList } from '../startlist/import-list.ts';
import { placeText, type Remark } from '../startlist/line.ts';
import type { MergeOptions } from '../startlist/merge.ts';
import type { Separator } from '../startlist/table.ts';
import { unknown } from './board-routes.ts';
import { documentVersions, textTag } from './etag.ts';
import { refusalProblem } from './journal-refusal.ts';
import { meetBodyBytes } from './meet-routes.ts';
import type { HttpParts } from './parts.ts';
import { type Fault, problem } from './problem.ts';
import { json, jsonText, type Reply } from './reply.ts';
import type { Answer, Asked, Route } from './route.ts';

type Parts = Pick<HttpParts, 'topics' | 'journal' | 'startList'>;

/** Somebody else stored the meet between our look at it and our write; more often than this nobody does. */
const triesMax = 5;

const separatorNames: Readonly<Record<string, Separator>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };
const raceParameter = { name: 'race', in: 'query', says: 'only this race' } as const;
const readAnswers: Readonly<Record<number, Answer>> = {
  400: { says: 'An unknown parameter.' },
  404: { says: 'No such meet, or no such race in it.' },
};

export function entriesRoutes(parts: Parts): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/meets/{id}/entries',
      name: 'getEntries',
      says: 'The start lists of a meet as they stand on the day. The ETag serves If-Match.',
      parameters: [raceParameter],
      answers: { 200: { says: 'The entries.', schema: 'EntriesAnswer' }, ...readAnswers },
      handle: (asked) =>
        getEntries(parts, asked, ['race'], ({ meet, lists }) => jsonText(200, JSON.stringify(jsonOf(meet, lists)))),
    },
    {
      method: 'get',
      path: '/api/v1/meets/{id}/entries.csv',
      name: 'getEntriesCsv',
      says: 'The same as CSV, for a spreadsheet.',
      parameters: [
        raceParameter,
        { name: 'separator', in: 'query', says: `${Object.keys(separatorNames).join(', ')}; comma unless told` },
      ],
      answers: { 200: { says: 'The entries.', schema: 'StartListText', type: 'text/csv' }, ...readAnswers },
      handle: (asked) => getEntries(parts, asked, ['race', 'separator'], (found) => csvReply(asked, found)),
    },
    {
      method: 'post',
      path: '/api/v1/meets/{id}/entries',
      name: 'postEntries',
      says: 'Puts a start list into a meet: the races it names have its entries, all else stays. All of it, or nothing.',
      roles: ['operator'],
      parameters: [
        { name: 'race', in: 'query', says: 'the race of lines that name none' },
        { name: 'keep', in: 'query', says: '1: entries that are not on the list stay' },
        { name: 'dry', in: 'query', says: '1: say what would change, and store nothing' },
        { name: 'If-Match', in: 'header', says: 'the ETag of the version the list was made from; any unless told' },
      ],
      body: {
        limitBytes: meetBodyBytes,
        types: { 'text/csv': 'StartListFile', 'application/json': 'StartList' },
        anyEncoding: true,
      },
      answers: {
        200: { says: 'What has changed, or would.', schema: 'EntriesReceipt' },
        400: { says: 'An unknown parameter.' },
        404: { says: 'No such meet.' },
        409: { says: 'It takes away what has crossings.' },
        412: { says: 'If-Match names another version than the newest.' },
        413: { says: `Over ${meetBodyBytes} bytes.` },
        415: { says: 'Neither CSV nor JSON.' },
        422: { says: 'Some lines are wrong; each is named, and nothing is stored.' },
        503: { says: 'The journal cannot be written.' },
        507: { says: 'The disk is full.' },
      },
      handle: (asked) => postEntries(parts, asked),
    },
  ];
}

/** Nothing is guessed here: a mistyped `dry` would store what was meant as a trial. */
function readQuery({ request }: Asked, names: readonly string[]): Readonly<Record<string, string>> | Reply {
  const query = request.query as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(query)) {
    if (!names.includes(name)) {
      return problem('unknown-parameter', `There is no parameter "${name}" here, only ${names.join(', ')}.`);
    }
    if (typeof value !== 'string') return problem('unknown-parameter', `The parameter "${name}" is there twice.`);
  }
  return query as Readonly<Record<string, string>>;
}

interface Found {
  readonly meet: Meet;
  readonly lists: readonly RaceList[];
}

function getEntries(parts: Parts, asked: Asked, names: readonly string[], reply: (found: Found) => Reply): Reply {
  const query = readQuery(asked, names);
  if ('status' in query) return query as Reply;
  const newest = parts.journal.meet(asked.id);
  if (newest === undefined) return unknown(parts.topics, 'meet', asked.id);
  const races = newest.meet.races.filter(({ id }) => query.race === undefined || id === query.race);
  if (races.length === 0 && query.race !== undefined) {
    return problem('not-found', `Meet "${asked.id}" has no race "${query.race}".`);
  }
  const lists = races.map(({ id, entries }) => ({ race: id, starters: parts.startList(id) ?? entries }));
  const made = reply({ meet: newest.meet, lists });
  // The document's version comes first, so that the tag serves If-Match of an import.
  const tag = `"${newest.version}/${textTag(String(made.body)).slice(1)}`;
  return made.status === 200 ? { ...made, headers: { ...made.headers, ETag: tag } } : made;
}

function csvReply({ id, request }: Asked, { meet, lists }: Found): Reply {
  const name = String(request.query.separator ?? 'comma');
  const separator = separatorNames[name];
  if (separator === undefined) {
    return problem(
      'unknown-parameter',
      `The parameter "separator" is one of ${Object.keys(separatorNames).join(', ')}.`,
    );
  }
  return jsonText(200, csvOf(meet, lists, { separator }), {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${id}.csv"`,
  });
}

interface Wishes extends Pick<MergeOptions, 'race' | 'keepOthers'> {
  readonly dry: boolean;
}

function yesOrNo(name: string, value: string | undefined): boolean | Reply {
  if (value === undefined || value === '0') return false;
  return value === '1' ? true : problem('unknown-parameter', `The parameter "${name}" is 1 or 0; nothing is stored.`);
}

function readWishes(asked: Asked): Wishes | Reply {
  const query = readQuery(asked, ['race', 'keep', 'dry']);
  if ('status' in query) return query as Reply;
  const dry = yesOrNo('dry', query.dry);
  if (typeof dry !== 'boolean') return dry;
  const keepOthers = yesOrNo('keep', query.keep);
  return typeof keepOthers === 'boolean' ? { race: query.race, keepOthers, dry } : keepOthers;
}

async function postEntries(parts: Parts, asked: Asked): Promise<Reply> {
  const wishes = readWishes(asked);
  if ('status' in wishes) return wishes;
  const { journal, topics, startList } = parts;
  for (let tries = 1; ; tries++) {
    const newest = journal.meet(asked.id);
    if (newest === undefined) return unknown(topics, 'meet', asked.id);
    const stale = staleFor(newest.version, asked.request.headers['if-match']);
    if (stale !== undefined) return stale;
    const isHeld: MergeOptions['isHeld'] = (race, entry) => journal.holds(race, entry);
    const imported = importList(asked.bytes, newest.meet, { ...wishes, isHeld });
    if (!imported.ok) return faulty(imported.faults);
    const staying = wishes.keepOthers === true ? [] : stayingRemarks(imported.listed);
    const remarks = [...dayRemarks(imported.listed, newest.meet, startList), ...staying];
    if (wishes.dry || isSame(imported)) return receipt(newest.version, false, imported, remarks);
    const stored = await journal.putMeet(imported.meet, newest.version, asked.holder.name);
    if (stored.ok) return receipt(stored.version, true, imported, remarks);
    if (stored.code !== 'version-mismatch' || tries === triesMax) return refusalProblem(stored);
  }
}

type Good = Extract<Imported, { ok: true }>;

function isSame({ changes: { entries, athletes } }: Good): boolean {
  return entries.length === 0 && athletes.length === 0;
}

function staleFor(version: number, ifMatch: string | undefined): Reply | undefined {
  const wanted = ifMatch === undefined ? 'any' : documentVersions(ifMatch);
  if (wanted === 'any' || wanted.includes(version)) return undefined;
  return problem(
    'version-mismatch',
    `The meet is in version ${version} now. Export the list again, and make your change anew.`,
  );
}

/** On the wire an entry of a JSON list counts from 0, as facts do. */
function asFault({ index, ...rest }: Remark): Fault {
  return { ...(index !== undefined && { index: index - 1 }), ...rest };
}

function faulty(faults: readonly Remark[]): Reply {
  const [first] = faults;
  const bad = new Set(faults.map(placeText)).size;
  const isOfLine = first !== undefined && (first.line ?? first.index) !== undefined;
  const where = isOfLine ? `${placeText(first)}: ` : '';
  const count = isOfLine ? `${bad} ${bad === 1 ? 'line is' : 'lines are'} wrong` : 'The list is wrong';
  return problem('invalid', `${count}; nothing is stored. The first: ${where}${first?.says}.`, {
    errors: faults.map(asFault),
  });
}

function receipt(version: number, stored: boolean, { understood, changes }: Good, remarks: readonly Remark[]): Reply {
  const body = { stored, version, understood, ...changes, remarks: remarks.map(asFault) };
  return json(200, body, { 'Cache-Control': 'no-store' });
}
