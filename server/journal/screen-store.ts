// Keeps what named screens are told to show, in the journal's file, so that a restart finds them as they were.
import { type ScreenSettings, screenSettingsSchema } from '../../shared/screen.ts';
import { type NowUs, systemClock } from './clock.ts';
import { openSqliteFile } from './sqlite-file.ts';

/** Screens with settings; one more is refused. A hall has a few dozen. */
export const screensMax = 200;

export interface ScreenStore {
  /** By name; kept in memory, as every screen asks. */
  all(): ReadonlyMap<string, ScreenSettings>;
  /** False where there are as many as can be. Throws what SQLite throws. */
  put(name: string, settings: ScreenSettings): boolean;
  /** False where it had none. */
  remove(name: string): boolean;
  close(): void;
}

/** Settings a newer or older program wrote are read as far as they are known: a screen must come up. */
function parse(body: string): ScreenSettings {
  const read = screenSettingsSchema.safeParse(JSON.parse(body));
  return read.success ? read.data : screenSettingsSchema.parse({});
}

/** The screens of the journal in `file`, which is made where there is none. Throws JournalFileError. */
export function openScreens(file: string, options: { readonly nowUs?: NowUs } = {}): ScreenStore {
  const nowUs = options.nowUs ?? systemClock();
  const db = openSqliteFile(file);
  const upsert = db.prepare('INSERT OR REPLACE INTO screen (name, body, changed_us) VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM screen WHERE name = ?');
  const rows = db.prepare<[], { name: string; body: string }>('SELECT name, body FROM screen ORDER BY name').all();
  const known = new Map(rows.map(({ name, body }) => [name, parse(body)]));
  return {
    all: () => known,
    put(name, settings) {
      if (!known.has(name) && known.size >= screensMax) return false;
      upsert.run(name, JSON.stringify(settings), nowUs());
      known.set(name, settings);
      return true;
    },
    remove(name) {
      remove.run(name);
      return known.delete(name);
    },
    close() {
      db.close();
    },
  };
}
