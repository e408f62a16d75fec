import { expect, it } from 'vitest';
import { askedState } from '../../server/engine/asked.ts';
import { noBoards } from '../../server/engine/boards.ts';
import { type Sources, sourcesState, stepSources } from '../../server/engine/sources.ts';
import type { Fact } from '../../shared/facts.ts';
import { sourceMissing, sourcesStateSchema } from '../../shared/sources-state.ts';

const none: Sources = new Map();

/** A passing with the device's own number, accepted `lateUs` after it happened. */
function passing(deviceSeq: number | undefined, lateUs = 5000, source = 'decoder'): Fact {
  const at = 1_700_000_000_000_000 + (deviceSeq ?? 0);
  const base = {
    id: `p${deviceSeq}`,
    kind: 'passing',
    source,
    loop: 'finish',
    how: 'transponder',
    by: 'laptop',
  } as const;
  return { ...base, at, seq: 1, acceptedUs: at + lateUs, ...(deviceSeq !== undefined && { deviceSeq }) };
}

function heard(...facts: Fact[]) {
  return sourcesStateSchema.parse(sourcesState(stepSources(none, facts))).sources;
}

it('[K4] a source says who sent its newest fact, how many, when, and how late its newest reading was', () => {
  expect(heard(passing(1), passing(2, 40_000))).toEqual({
    decoder: {
      by: 'laptop',
      facts: 2,
      acceptedUs: 1_700_000_000_040_002,
      readingUs: 1_700_000_000_040_002,
      lagUs: 40_000,
      missing: [],
    },
  });
});

it('[P3] a hole in the numbers of a device is missed passings, until they come', () => {
  expect(heard(passing(7), passing(10)).decoder?.missing).toEqual([8, 9]);
  expect(heard(passing(7), passing(10), passing(9), passing(8)).decoder?.missing).toEqual([]);
  expect(heard(passing(undefined), passing(3)).decoder?.missing).toEqual([]);
});

it('[P3] a device that counts anew or far ahead has missed nothing, and of long holes the newest are told', () => {
  expect(heard(passing(5000), passing(1), passing(2)).decoder?.missing).toEqual([]);
  expect(heard(passing(1), passing(5000)).decoder?.missing).toEqual([]);
  const { missing = [] } = heard(passing(1), passing(100)).decoder ?? {};
  expect(missing).toHaveLength(sourceMissing);
  expect(missing.at(-1)).toBe(99);
});

it('[K4] a decision without a source is nobody’s, and those not named keep their identity', () => {
  const first = stepSources(none, [passing(1)]);
  const ruling = { id: 'd', kind: 'arm', race: 'r', at: 1, seq: 2, acceptedUs: 1, by: 'desk' } as Fact;
  expect(stepSources(first, [ruling])).toBe(first);
  const second = stepSources(first, [passing(1, 0, 'photo')]);
  expect(second.get('decoder')).toBe(first.get('decoder'));
  expect(askedState('sources', noBoards, second)).toBe(askedState('sources', noBoards, second));
});
