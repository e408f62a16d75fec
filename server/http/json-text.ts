// JSON text to values, with the line and column of the first mistake. Knows nothing of what the JSON means.
import { parse } from '@humanwhocodes/momoa';

/** Where a text stops being JSON; both count from 1. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly says: string;
}

export type JsonResult = { readonly value: unknown } | { readonly mistake: JsonMistake };

/** Characters of the text quoted in a sentence about it. */
const quotedLength = 20;

/** Parses JSON. A second, slower parser runs only on bad text, where `JSON.parse` does not say where it stopped. */
export function parseJson(text: string): JsonResult {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { mistake: describe(text, offsetInMessage(message, text) ?? offsetOfMomoa(text) ?? 0) };
  }
}

/** Node names a position in some of its messages, and in others only quotes the text around it. */
function offsetInMessage(message: string, text: string): number | undefined {
  if (message.startsWith('Unexpected end of JSON input')) return text.length;
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? undefined : Number(position);
}

function offsetOfMomoa(text: string): number | undefined {
  try {
    parse(text, { mode: 'json' });
    return undefined;
  } catch (error) {
    return error instanceof Error && 'offset' in error && typeof error.offset === 'number' ? error.offset : undefined;
  }
}

function describe(text: string, offset: number): JsonMistake {
  const before = text.slice(0, offset).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const rest = text.slice(offset, offset + quotedLength).trim();
  const near = rest === '' ? 'it ends too early' : `near ${JSON.stringify(rest)}`;
  return { line, column, says: `is not JSON at line ${line}, column ${column}: ${near}` };
}
