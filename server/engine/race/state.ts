// A race as it is shown: computed from all its facts, or frozen as of its signature.
import { toldBy } from '../story/story.ts';
import { hashOf, revisionOf, signatureOf } from './official.ts';
import { type RaceInput, raceOf } from './race.ts';
import type { RaceState, SignedRace } from './race-state.ts';

/**
 * `signedInput` gives what the race was computed from when the journal had come to a seq; `before` only lends what
 * did not change.
 */
export function stateOf(input: RaceInput, signedInput: (seq: number) => RaceInput, before?: RaceState): RaceState {
  const now = raceOf(input, before?.now);
  const signature = signatureOf(now.decisions, input.facts);
  if (signature === undefined) return { now, shown: now, told: toldBy({ ...input, race: now }, now.decisions) };
  const signed = before?.signed?.fact === signature.fact ? before.signed : freeze(signature.fact, signedInput);
  const shown = signed.race;
  return {
    now,
    shown,
    signed,
    revision: revisionOf(signature, signed, now),
    told: toldBy(signed, now.decisions),
  };
}

function freeze(fact: SignedRace['fact'], signedInput: (seq: number) => RaceInput): SignedRace {
  const input = signedInput(fact.seq);
  const { facts, roster } = input;
  return { fact, hash: hashOf(facts), facts, roster, race: { ...raceOf(input), status: 'official' } };
}
