import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factDraftSchema } from '../../shared/facts.ts';
import { Follower } from '../proof/follower.ts';
import * as s from './stream.ts';

const story: readonly s.Event[] = [
  ...s.opening(),
  s.start(),
  s.passing(s.innerId, 7, 7, { speed: 12 }),
  s.lap(s.innerId, 18.2, { how: 'Optical', flags: 1 }),
  s.lap(s.innerId, 18.196),
  s.updated(s.innerId, 18.3, 18.196),
  s.clear(),
  s.start('2026-01-10T12:09:00.0000000Z'),
  s.lap(s.outerId, 18.6, { gun: '2026-01-10T12:09:00.0000000Z' }),
  s.committed(),
  s.deactivated(),
];

/** The paths of all values in an event. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])]);
}

function changed(event: s.Event, path: readonly string[], to: unknown): s.Event {
  const copy = structuredClone(event);
  let at: Record<string, unknown> = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  if (to === undefined) delete at[last];
  else at[last] = to;
  return copy;
}

const odd = fc.constantFrom<unknown>(undefined, null, -1, 0, 1e15, 1.5, '', 'x'.repeat(3000), true, [], {}, [null]);

describe('a stream with an odd event in it', () => {
  it('[I2] never stops what is heard, and what comes of it is a fact or a named refusal', () => {
    fc.assert(
      fc.property(fc.nat(story.length - 1), fc.nat(), odd, (index, which, to) => {
        const event = story[index] as s.Event;
        const paths = pathsOf(event);
        const path = paths[which % paths.length] ?? [];
        const follower = new Follower();
        const told = story.map((one, at) => (at === index ? changed(event, path, to) : one));
        for (const one of told) {
          for (const fact of follower.hear(JSON.stringify(one)))
            expect(() => factDraftSchema.parse(fact)).not.toThrow();
        }
        for (const { code, says } of follower.refused) expect(`${code} ${says}`).toMatch(/^[a-z-]+ \S/);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a name of three hundred letters', { competitor: { fullName: 'é'.repeat(300) } }],
    ['a transponder nobody can print', { transponders: [{ code: '§' }, { code: 7 }] }],
    ['a personal best below nothing', { personalBest: -1, seasonBest: -1 }],
    ['a start number of ten digits', { competitor: { startNumber: 1_234_567_890 } }],
    ['no competitor at all', { competitor: null }],
  ])('[I2] %s keeps no heat off the boards', (_, more) => {
    const follower = new Follower().hearAll(s.lines(s.competition(), s.activated([s.starter(s.innerId, 0, more)])));
    expect(follower.refused).toEqual([]);
    expect(Object.keys(follower.board(s.race)?.rows ?? {})).toEqual([s.inner]);
  });
});
