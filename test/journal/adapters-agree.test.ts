import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Journal } from '../../server/journal/journal.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import type { FactDraft } from '../../shared/facts.ts';
import { about, decide, meetOf, passing, ruling, start } from './samples.ts';
import { tempFile } from './temp-file.ts';

// Few ids, races and entries, so that duplicates, targets and collisions are frequent.
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const race = fc.constantFrom('r1', 'r2', 'r3');
const entry = fc.constantFrom('e1', 'e2');
const seen = fc.option(fc.record({ after: fc.nat(20) }), { nil: {} });

const draft: fc.Arbitrary<FactDraft> = fc.oneof(
  fc
    .tuple(id, fc.constantFrom({}, { race: 'r1' }, { transponder: 'T-1' }, { entry: 'e1', race: 'r2' }))
    .map(([a, more]) => passing(a, more)),
  fc.tuple(id, race).map(([a, of]) => start(a, of)),
  fc.tuple(id, entry, fc.boolean(), seen).map(([a, who, held, after]) => ruling(a, who, { held, ...after })),
  fc.tuple(id, race, seen).map(([a, of, after]) => decide(a, 'length', { race: of, laps: 15, ...after })),
  fc
    .tuple(id, fc.constantFrom('retract', 'restore', 'amend', 'present', 'announce'), id, seen)
    .map(([a, kind, target, after]) => about(a, kind, target, after)),
);
const races = fc.subarray(['r1', 'r2', 'r3']);
const entries = fc.subarray(['e1', 'e2']);
type Write = (journal: Journal) => Promise<unknown>;
const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(draft, { maxLength: 4 }).map(
      (facts): Write =>
        (journal) =>
          journal.append(facts, 'x'),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('m1', 'm2'), races, entries).map(
      ([meet, of, who]): Write =>
        (journal) =>
          journal.putMeet(meetOf(meet, of, who), journal.meet(meet)?.version ?? 0, 'x'),
    ),
  },
);
/** Turns of the event loop, each with what arrives in it. */
const turns = fc.array(fc.array(write, { minLength: 1, maxLength: 4 }), { maxLength: 12 });

/** Answers of every turn, what was emitted, and what can be read in the end. */
async function run(journal: Journal, schedule: Write[][]): Promise<unknown> {
  const emitted: unknown[] = [];
  journal.committed$.subscribe((batch) => emitted.push(...batch));
  const answers: unknown[] = [];
  for (const turn of schedule) answers.push(await Promise.all(turn.map((each) => each(journal))));
  const read = [...journal.read()].flat();
  expect(read).toEqual(emitted);
  return { answers, read, races: ['r1', 'r2', 'r3'].map((of) => journal.readRace(of)) };
}

it('[J1][J2][J19] SQLite and memory answer, emit and read the same, whatever arrives', async () => {
  await fc.assert(
    fc.asyncProperty(turns, async (schedule) => {
      const { file, remove } = tempFile();
      const sqlite = openSqliteJournal(file, { nowUs: () => 5_000 });
      const memory = openMemoryJournal({ nowUs: () => 5_000 });
      try {
        const result = await run(sqlite, schedule);
        expect(result).toEqual(await run(memory, schedule));
        sqlite.close();
        const again = openSqliteJournal(file);
        expect([...again.read()].flat()).toEqual([...memory.read()].flat());
        again.close();
      } finally {
        sqlite.close();
        remove();
      }
    }),
    { numRuns: 60 },
  );
});
