// Who may write: tokens by name and role, kept as SHA-256 in the journal's file. It has a connection of its own, so it
// works in the server and, at the same time, in the token command: what one adds the other finds at the next question.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type NowUs, systemClock } from './clock.ts';
import { JournalFileError } from './file-error.ts';
import { openSqliteFile } from './sqlite-file.ts';

/** An operator may send everything, a source only what devices send. */
export type Role = 'operator' | 'source';

/** Whose token it is; `name` is what facts carry as `by`. */
export interface Holder {
  readonly name: string;
  readonly role: Role;
}

export interface TokenEntry extends Holder {
  readonly addedUs: number;
}

export interface Tokens {
  /** The text of a new token: told this once, kept only as a digest. Throws JournalFileError where the name is taken. */
  add(name: string, role: Role): string;
  /** Whose token this is; the time it takes says nothing about the tokens there are. */
  find(token: string): Holder | undefined;
  list(): readonly TokenEntry[];
  /** False where there is no token of this name. */
  revoke(name: string): boolean;
  close(): void;
}

/** Tokens in one file: each question compares with all of them. More are refused. */
export const tokensMax = 200;

/** Longer than any token there is; what is longer is not even hashed. */
const tokenLengthMax = 200;

const tokenBytes = 32;

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The tokens of the journal in `file`, which is made where there is none. */
export function openTokens(file: string, options: { readonly nowUs?: NowUs } = {}): Tokens {
  const nowUs = options.nowUs ?? systemClock();
  const db = openSqliteFile(file);
  const all = db.prepare<[], Holder & { digest: Buffer }>('SELECT name, role, digest FROM token');
  const listed = db.prepare<[], TokenEntry>(
    'SELECT name, role, added_us AS addedUs FROM token ORDER BY added_us, name',
  );
  const named = db.prepare<[string], number>('SELECT count(*) FROM token WHERE name = ?').pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM token').pluck();
  const insert = db.prepare('INSERT INTO token (name, role, digest, added_us) VALUES (?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM token WHERE name = ?');
  const addNew = db.transaction((name: string, role: Role, digest: Buffer) => {
    if (named.get(name) !== 0) {
      throw new JournalFileError(`there is a token named ${name} already: revoke it first, or choose another name`);
    }
    if ((count.get() ?? 0) >= tokensMax) {
      throw new JournalFileError(`there are ${tokensMax} tokens, more cannot be: revoke those not needed any more`);
    }
    insert.run(name, role, digest, nowUs());
  });
  return {
    add(name, role) {
      const token = `sc_${randomBytes(tokenBytes).toString('base64url')}`;
      addNew.immediate(name, role, digestOf(token));
      return token;
    },
    find(token) {
      if (token.length > tokenLengthMax) return undefined;
      const digest = digestOf(token);
      let holder: Holder | undefined;
      for (const row of all.all()) {
        if (timingSafeEqual(row.digest, digest)) holder = { name: row.name, role: row.role };
      }
      return holder;
    },
    list: () => listed.all(),
    revoke: (name) => remove.run(name).changes > 0,
    close() {
      db.close();
    },
  };
}
