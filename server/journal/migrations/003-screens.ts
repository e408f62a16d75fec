// Step 3: what named screens are told to show. Settings are no facts: the newest of each is kept and nothing else.

export const screens = `
  CREATE TABLE screen (
    name TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    changed_us INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
