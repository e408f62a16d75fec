// Keeps what was taken on air in the journal's file: for every output how it is, and how it was for as long as the longest
// delay, so that a restart finds both.
import { type OnAirState, onAirStateSchema } from '../../shared/on-air.ts';
import { maxDelayMs } from '../../shared/protocol.ts';
import { openSqliteFile } from './sqlite-file.ts';

/** What an output showed from an instant on. */
export interface AirMoment {
  readonly atUs: number;
  readonly state: OnAirState;
}

export interface AirStore {
  /** All that is kept, oldest first. */
  read(): readonly AirMoment[];
  /** Throws what SQLite throws. */
  add(moment: AirMoment): void;
  close(): void;
}

interface Line {
  readonly output: string;
  readonly at_us: number;
  readonly body: string;
}

/** What a newer or older program wrote and this one cannot read is taken out: an output must come up. */
function parse({ output, at_us, body }: Line): AirMoment {
  const read = onAirStateSchema.safeParse(JSON.parse(body));
  return { atUs: at_us, state: read.success ? read.data : { output, graphics: {} } };
}

/** What is on air by the journal in `file`, which is made where there is none. Throws JournalFileError. */
export function openAir(file: string): AirStore {
  const db = openSqliteFile(file);
  const insert = db.prepare('INSERT OR REPLACE INTO on_air (output, at_us, body) VALUES (?, ?, ?)');
  // What was in force when the longest delay began stays.
  const forget = db.prepare(
    'DELETE FROM on_air WHERE output = ? AND at_us < (SELECT max(at_us) FROM on_air WHERE output = ? AND at_us <= ?)',
  );
  const add = db.transaction(({ atUs, state }: AirMoment) => {
    insert.run(state.output, atUs, JSON.stringify(state));
    forget.run(state.output, state.output, atUs - maxDelayMs * 1000);
  });
  return {
    read: () => db.prepare<[], Line>('SELECT output, at_us, body FROM on_air ORDER BY at_us').all().map(parse),
    add,
    close() {
      db.close();
    },
  };
}
