// Step 2: who may write. Tokens are no facts, so they can be revoked; only their SHA-256 is kept.

export const tokens = `
  CREATE TABLE token (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('operator', 'source')),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    added_us INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
