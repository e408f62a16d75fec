// Commands on the whole meet: how late it is, what everybody is shown, whom the federation designates. Pure: words to facts.
import type { SelectionState } from '../../shared/selection-state.ts';
import { type Context, facts, type Outcome, wrong } from './outcome.ts';
import { raceOf } from './screen-commands.ts';
import { athletesOf, beginsSo } from './who.ts';

type Words = readonly string[];

const mostMinutes = 24 * 60;

/** `late 10`, in minutes; `late 0` is on time. */
export function late([word = '']: Words, { board }: Context): Outcome {
  const minutes = /^-?\d{1,4}$/.test(word) ? Number(word) : Number.NaN;
  if (!(Math.abs(minutes) <= mostMinutes)) return wrong('lateNeedsMinutes');
  const body = { kind: 'programme' as const, meet: board.race.meet, delayUs: minutes * 60_000_000 };
  return minutes === 0 ? facts([body], 'saysOnTime') : facts([body], 'saysLate', { minutes });
}

/** `on 3`: what everybody who follows the meet is shown, whatever is on the ice; `on auto` follows the ice again. */
export function on([word]: Words, context: Context): Outcome {
  const { board, meet } = context;
  if (word === undefined) return wrong('onNeedsRace');
  const programme = { kind: 'programme' as const, meet: board.race.meet };
  if (word === 'auto') return facts([{ ...programme, auto: true }], 'saysOnAuto');
  const show = raceOf(word, context);
  if (show === undefined) return wrong('noSuchRace', { word });
  return facts([{ ...programme, show }], 'saysOn', { race: meet?.races[show]?.name ?? show });
}

interface Slot {
  readonly selection: string;
  readonly name: string;
  readonly slot: number;
}

/** The slots that the federation designates, of selections by that name where one is typed. */
function slotsOf(named: string | undefined, all: Readonly<Record<string, SelectionState>>): readonly Slot[] {
  return Object.entries(all).flatMap(([selection, { name, slots = {} }]) =>
    named === undefined || selection === named || beginsSo(named, name)
      ? Object.entries(slots).flatMap(([slot, { designated }]) =>
          designated === true ? [{ selection, name, slot: Number(slot) }] : [],
        )
      : [],
  );
}

/** `des 6 Bergsma`, of several selections `des men 6 Bergsma`; `des 6 none` gives it to nobody. */
export function designate(typed: Words, { board, selections, athletes = new Map() }: Context): Outcome {
  const at = typed.findIndex((word) => /^\d+$/.test(word));
  if (at === -1 || at > 1) return wrong('designateNeedsSlot');
  const slots = slotsOf(typed[at - 1], selections?.selections ?? {});
  const fitting = slots.filter(({ slot }) => slot === Number(typed[at]));
  const [found] = fitting;
  if (found === undefined)
    return wrong('noSuchSlot', { known: slots.map(({ name, slot }) => `${name} ${slot}`).join(', ') });
  if (fitting.length > 1) return wrong('whichSelection', { known: fitting.map(({ name }) => name).join(', ') });
  const { selection, slot, name } = found;
  const body = { kind: 'designate' as const, meet: board.race.meet, selection, slot };
  const who = typed.slice(at + 1).join(' ');
  if (who === '') return wrong('designateNeedsWhom');
  if (who === 'none') return facts([body], 'saysDesignateNobody', { slot, name });
  const people = athletesOf(who, athletes);
  const [athlete] = people;
  if (athlete === undefined || people.length > 1) {
    const known = people.map((id) => athletes.get(id)).slice(0, 6);
    return wrong('nobodyOfMeet', { word: who, known: known.join(', ') });
  }
  return facts([{ ...body, athlete }], 'saysDesignate', { slot, name, who: athletes.get(athlete) ?? athlete });
}
