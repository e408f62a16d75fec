// A body of facts taken apart: one object, an array, or NDJSON, each fact with the place it stood at.
import { type FactDraft, factDraftSchema } from '../../shared/facts.ts';
import { parseJson } from './json-text.ts';
import { type Fault, problem } from './problem.ts';
import type { Reply } from './reply.ts';
import { schemaFaults } from './schema-faults.ts';

/** More facts than a race has readings; all of a request are checked in one turn of the event loop (measured: 14 to 63 ms). */
export const factsPerRequest = 5000;

export const ndjsonType = 'application/x-ndjson';

/** Where a fact stood: `index` from 0, and for NDJSON the `line` from 1. */
export interface Place {
  readonly index: number;
  readonly line?: number;
}

export interface PlacedFact {
  readonly place: Place;
  readonly draft: FactDraft;
}

/** The facts of a body, all of them valid, or the reply that names every one that is not. */
export function readFacts(type: string, text: string): readonly PlacedFact[] | Reply {
  const values = type === ndjsonType ? ndjsonValues(text) : jsonValues(text);
  if ('status' in values) return values;
  if (values.length === 0) return problem('no-facts', 'The body holds no fact.');
  if (values.length > factsPerRequest) {
    return problem(
      'too-many-facts',
      `${values.length} facts are over the limit of ${factsPerRequest} a request; send them in parts.`,
    );
  }
  const facts: PlacedFact[] = [];
  const errors: Fault[] = [];
  for (const { place, value, mistake } of values) {
    const faults = mistake === undefined ? check(place, value, facts) : [mistake];
    errors.push(...faults.map((fault) => ({ ...place, ...fault })));
  }
  return errors.length === 0 ? facts : invalid(errors, values.length);
}

interface PlacedValue {
  readonly place: Place;
  readonly value?: unknown;
  readonly mistake?: Fault;
}

function jsonValues(text: string): readonly PlacedValue[] | Reply {
  if (text.trim() === '') return [];
  const result = parseJson(text);
  if ('mistake' in result) {
    const { line, column, says } = result.mistake;
    return problem('malformed-json', `The body ${says}.`, { errors: [{ line, column, says: `The body ${says}` }] });
  }
  const values: readonly unknown[] = Array.isArray(result.value) ? result.value : [result.value];
  return values.map((value, index) => ({ place: { index }, value }));
}

/** Empty lines are no facts but count as lines. */
function ndjsonValues(text: string): readonly PlacedValue[] {
  const lines = text.split('\n').map((content, i) => ({ content, line: i + 1 }));
  return lines
    .filter(({ content }) => content.trim() !== '')
    .map(({ content, line }, index): PlacedValue => {
      const place = { index, line };
      const result = parseJson(content);
      if ('value' in result) return { place, value: result.value };
      const { column, says } = result.mistake;
      return { place, mistake: { column, says: `It ${says.replace('line 1, ', '')}` } };
    });
}

function check(place: Place, value: unknown, facts: PlacedFact[]): readonly Fault[] {
  const result = factDraftSchema.safeParse(value);
  if (!result.success) return schemaFaults(value, result.error.issues);
  facts.push({ place, draft: result.data });
  return [];
}

function invalid(errors: readonly Fault[], count: number): Reply {
  const bad = new Set(errors.map(({ index }) => index)).size;
  const [first] = errors;
  const where = first === undefined ? '' : ` The first: ${placeText(first)}: ${first.says}.`;
  return problem('invalid', `${bad} of ${count} facts ${bad === 1 ? 'is' : 'are'} wrong; none is stored.${where}`, {
    errors,
  });
}

/** `line 3` or `fact 0`, as a sentence names it. */
export function placeText({ index, line }: Partial<Place>): string {
  return line === undefined ? `fact ${index}` : `line ${line}`;
}
