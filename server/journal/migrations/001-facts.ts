// Step 1: the journal's name and openings, facts, what facts are found by, and versions of meets. Append-only by trigger.

/** No row of a table is ever changed, removed or replaced, and the newest row has the highest seq. */
function appendOnly(table: string): string {
  const says = `the journal is append-only: a line of ${table}`;
  return `
    CREATE TRIGGER ${table}_unchanged BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${says} cannot be changed'); END;
    CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${says} cannot be removed'); END;`;
}

/** INSERT OR REPLACE removes rows without asking the trigger for DELETE, so what it would replace is refused here. */
function inOrder(table: string, same: string): string {
  return `
    CREATE TRIGGER ${table}_in_order BEFORE INSERT ON ${table}
      WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM ${table}) OR EXISTS (SELECT 1 FROM ${table} WHERE ${same})
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only: a line of ${table} cannot be replaced'); END;`;
}

export const facts = `
  CREATE TABLE journal (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    openings INTEGER NOT NULL
  ) STRICT;
  INSERT INTO journal VALUES (1, lower(hex(randomblob(6))), 0);

  -- body: the numbered fact as JSON; digest: SHA-256 of what was submitted.
  CREATE TABLE fact (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    body TEXT NOT NULL
  ) STRICT;

  -- What a fact is found by: its race, its transponder, what it decides on.
  CREATE TABLE word (
    word TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (word, seq)
  ) STRICT, WITHOUT ROWID;

  -- body: the version with its document as JSON.
  CREATE TABLE meet (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (id, version)
  ) STRICT;
  ${['fact', 'word', 'meet'].map(appendOnly).join('')}
  ${inOrder('fact', 'id = NEW.id')}
  ${inOrder('meet', 'id = NEW.id AND version = NEW.version')}
`;
