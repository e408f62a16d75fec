// What a schema found wrong, as sentences a person at the rink can act on. Knows zod, not what the schemas mean.
import type { z } from 'zod';
import type { Fault } from './problem.ts';

/** Sentences about one value; the rest is left out, as whoever mends these will see those next time. */
const faultsPerValue = 20;

type Issue = z.core.$ZodIssue;

const expectedWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

/** One fault a field, each a sentence that starts with the field's path. */
export function schemaFaults(value: unknown, issues: readonly Issue[]): readonly Fault[] {
  return issues.flatMap((issue) => faultsOf(value, issue)).slice(0, faultsPerValue);
}

function faultsOf(value: unknown, issue: Issue): readonly Fault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fault([...path, key], `is not a field ${ofWhat(at(value, path))}`));
  }
  return [fault(path, predicate(issue, at(value, path)))];
}

function fault(path: readonly string[], says: string): Fault {
  const field = path.join('.');
  return field === '' ? { says: `It ${says}` } : { field, says: `${field} ${says}` };
}

function at(value: unknown, path: readonly string[]): unknown {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
    inner = (inner as Readonly<Record<string, unknown>>)[key];
  }
  return inner;
}

function ofWhat(owner: unknown): string {
  const kind = at(owner, ['kind']);
  return typeof kind === 'string' ? `of kind "${kind}"` : 'here';
}

function predicate(issue: Issue, value: unknown): string {
  const wanted = wants(issue);
  if (value === undefined && wanted !== undefined) return `is missing: ${wanted} is needed`;
  if (value === null) return 'is null: leave out a field that has no value';
  if (wanted !== undefined) return `must be ${wanted}, not ${shown(value)}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'must not be empty';
  if (issue.code === 'too_big') return `is over the limit of ${issue.maximum}${units(issue.origin)}`;
  if (issue.code === 'too_small') return `is under the least of ${issue.minimum}${units(issue.origin)}`;
  // Our own messages are predicates; zod's are sentences.
  return /^[a-z]/.test(issue.message) ? issue.message : `is wrong: ${issue.message}`;
}

/** What the schema wanted instead, where that can be named. */
function wants(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type') return expectedWords[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return oneOf(issue.values);
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return oneOf(issue.options);
  return undefined;
}

function oneOf(options: readonly unknown[]): string {
  return options.length === 1 ? String(options[0]) : `one of ${options.map(String).join(', ')}`;
}

function units(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
}

/** Characters of a value quoted in a sentence about it. */
const shownLength = 40;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= shownLength ? text : `${text.slice(0, shownLength)}…`;
}
