// Step 5: what was aired in the last ten minutes, by output, graphic and race: the newest of each is kept and nothing else.

export const aired = `
  CREATE TABLE aired (
    key TEXT PRIMARY KEY,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
