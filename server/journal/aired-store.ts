// Keeps what was aired in the journal's file, so that a restart knows what viewers have seen. Knows no graphic.
import { z } from 'zod';
import { airedAlertSchema, figureSchema } from '../../shared/aired.ts';
import { boardSchema } from '../../shared/board.ts';
import { graphicSchema } from '../../shared/on-air.ts';
import { idSchema, instantUsSchema } from '../../shared/words.ts';
import { openSqliteFile } from './sqlite-file.ts';

const figuresSchema = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ value: figureSchema, untilUs: instantUsSchema.optional() })),
);

const keptSchema = z.strictObject({
  airing: z.strictObject({
    output: idSchema,
    graphic: graphicSchema,
    race: idSchema,
    attempt: z.int().min(1),
    figures: figuresSchema,
    seenUs: instantUsSchema,
    log: boardSchema.shape.log,
  }),
  /** What of it was told not to be so. */
  alert: airedAlertSchema.optional(),
});
export type KeptAiring = z.infer<typeof keptSchema>;

export interface AiredStore {
  /** By key. */
  read(): ReadonlyMap<string, KeptAiring>;
  /** Writes these, and forgets those that are undefined. Throws what SQLite throws. */
  write(changed: ReadonlyMap<string, KeptAiring | undefined>): void;
  close(): void;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What was aired by the journal in `file`, which is made where there is none. Throws JournalFileError. */
export function openAired(file: string): AiredStore {
  const db = openSqliteFile(file);
  // The loop does not wait for the disk: what a loss of power takes of this is the memory of a few seconds.
  db.pragma('synchronous = NORMAL');
  const upsert = db.prepare('INSERT OR REPLACE INTO aired (key, body) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM aired WHERE key = ?');
  const write = db.transaction((changed: ReadonlyMap<string, KeptAiring | undefined>) => {
    for (const [key, kept] of changed) {
      if (kept === undefined) remove.run(key);
      else upsert.run(key, JSON.stringify(kept));
    }
  });
  return {
    read() {
      const lines = db.prepare<[], { key: string; body: string }>('SELECT key, body FROM aired ORDER BY key').all();
      // What another program wrote and this one cannot read is as if it had not been aired.
      return new Map(
        lines.flatMap(({ key, body }) => {
          const { data } = keptSchema.safeParse(parsed(body));
          return data === undefined ? [] : [[key, data] as const];
        }),
      );
    },
    write,
    close() {
      db.close();
    },
  };
}
