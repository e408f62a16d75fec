// A race as it is shown: computed from all its facts, or frozen as of its signature.
import { toldBy } from '../story/story.ts';
import { hashOf, revisionOf, signatureOf } from './official.ts';
import { computed, type RaceInput } from './race.ts';
import type { Race, RaceState, SignedRace } from './race-state.ts';

/**
 * `now` is the race by `input`; `signedInput` gives what it was computed from when the journal had come to a seq.
 * `before` only lends what did not change, and all of it where nothing did.
 */
export function stateOf(
  input: RaceInput,
  now: Race,
  signedInput: (seq: number) => RaceInput,
  before?: RaceState,
): RaceState {
  const signature = signatureOf(now.decisions, input.facts);
  if (signature === undefined) {
    const told = toldBy({ ...input, race: now }, now.decisions, before?.told);
    const stands = before?.signed === undefined && before?.now === now && before.told === told;
    return stands ? before : { now, shown: now, told };
  }
  const signed = before?.signed?.fact === signature.fact ? before.signed : freeze(signature.fact, signedInput);
  const shown = signed.race;
  return {
    now,
    shown,
    signed,
    revision: revisionOf(signature, signed, now),
    told: toldBy(signed, now.decisions, before?.told),
  };
}

function freeze(fact: SignedRace['fact'], signedInput: (seq: number) => RaceInput): SignedRace {
  const input = signedInput(fact.seq);
  const { facts, roster } = input;
  return { fact, hash: hashOf(facts), facts, roster, race: { ...computed(input).race, status: 'official' } };
}
