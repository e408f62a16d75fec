// A recording as a source hears it: one message a line. Knows text and lines, not what is in them.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Heard } from './port.ts';

/** The lines of a file that are not empty, as they are read; rejects where the file cannot be. */
export async function* readRecording(path: string): AsyncGenerator<Heard> {
  const file = createReadStream(path, { encoding: 'utf8' });
  const lines = createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() !== '') yield { line, text };
  }
}
