// What the operator said about a programme: what everybody is to be shown, and by how much it is late. Each holds until said anew.
import type { FactOf } from '../../../shared/facts.ts';
import { type MeetDecision, ofMeet } from '../meet-decisions.ts';
import { memo } from '../memo.ts';
import type { MeetRaces } from '../races.ts';

type Programme = FactOf<'programme'>;

/** What holds of a programme's decisions. */
export interface Chosen {
  /** A race of the meet, whatever is on. */
  readonly show?: string;
  /** The decision that said so. */
  readonly seq: number;
  readonly delay?: { readonly us: number; readonly saidUs: number };
}

function after(
  chosen: Chosen,
  { show, auto, delayUs, seq, at }: Programme,
  isKnown: (race: string) => boolean,
): Chosen {
  const { show: before, ...rest } = chosen;
  const shown = auto === true ? undefined : show !== undefined && isKnown(show) ? show : before;
  return {
    ...rest,
    ...(shown !== undefined && { show: shown }),
    ...(shown !== before && { seq }),
    ...(delayUs !== undefined && { delay: { us: delayUs, saidUs: at } }),
  };
}

/** Remembered: most facts decide nothing about a programme. A race that the meet has not is no choice. */
const folded = memo((decisions: readonly MeetDecision[], races: MeetRaces['meet']['races']): Chosen => {
  const known = new Set(races.map(({ id }) => id));
  let chosen: Chosen = { seq: 0 };
  for (const fact of decisions) {
    if (fact.kind === 'programme') chosen = after(chosen, fact, (race) => known.has(race));
  }
  return chosen;
});

export function chosenOf({ meet, loose }: MeetRaces): Chosen {
  return folded(ofMeet(loose, meet.id), meet.races);
}
