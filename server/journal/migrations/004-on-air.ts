// Step 4: what was taken on air, by output and instant: the newest holds, and those of the longest delay are kept, so that
// a delayed output is right after a restart too.

export const onAir = `
  CREATE TABLE on_air (
    output TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (output, at_us)
  ) STRICT, WITHOUT ROWID;
`;
