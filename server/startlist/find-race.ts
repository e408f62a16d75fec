// The race that a line means, by id or name, or by event, round, run and heat. Knows the programme, not entries.
import type { MeetEvent } from '../../shared/event.ts';
import type { Meet, RaceDoc } from '../../shared/meet.ts';
import type { RaceWords } from './line.ts';
import { plain } from './plain.ts';

/** Races a sentence lists at most. */
const listed = 8;

function distanceOf(event: MeetEvent): string | undefined {
  return 'distance' in event ? String(event.distance) : undefined;
}

/** Events by id or name; by distance where no name fits. */
function eventsCalled({ events }: Meet, words: string): readonly MeetEvent[] {
  const named = events.filter(({ id, name }) => id === words || plain(name) === plain(words));
  if (named.length > 0) return named;
  const [, metres] = /^(\d+)(?:m|meter|metres|meters)?$/.exec(plain(words)) ?? [];
  return metres === undefined ? [] : events.filter((event) => distanceOf(event) === metres);
}

/** Whether the name of a race numbers it so: `Heat 3`, `Pair 07`. */
function numberIn({ name }: RaceDoc): string | undefined {
  const numbers = name.match(/\d+/g) ?? [];
  return numbers.length === 1 ? String(Number(numbers[0])) : undefined;
}

/** The `heat`th of these: by the number in the name where all are numbered so, else in the order of the programme. */
function ofHeat(races: readonly RaceDoc[], heat: string): readonly RaceDoc[] {
  const wanted = /\d+/.exec(heat)?.[0];
  if (wanted === undefined) return races.filter(({ name }) => plain(name) === plain(heat));
  const numbers = races.map(numberIn);
  const number = String(Number(wanted));
  if (numbers.every((one) => one !== undefined) && new Set(numbers).size === numbers.length) {
    return races.filter((_, index) => numbers[index] === number);
  }
  return races.slice(Number(wanted) - 1, Number(wanted));
}

function candidates(meet: Meet, { race, event, round, run, heat, number }: RaceWords): readonly RaceDoc[] {
  const exact = race === undefined ? undefined : meet.races.find(({ id }) => id === race);
  let races: readonly RaceDoc[] = exact === undefined ? meet.races : [exact];
  if (event !== undefined) {
    const ids = new Set(eventsCalled(meet, event).map(({ id }) => id));
    races = races.filter((one) => ids.has(one.event));
  }
  if (round !== undefined) races = races.filter((one) => plain(one.round ?? one.name).startsWith(plain(round)));
  if (run !== undefined) races = races.filter((one) => String(one.run ?? 1) === run);
  if (number !== undefined) races = races.filter((one) => String(one.number) === number);
  if (race !== undefined && exact === undefined) {
    const named = races.filter(({ name }) => plain(name) === plain(race));
    races = named.length > 0 ? named : races.filter((one) => String(one.number) === race);
  }
  return heat === undefined ? races : ofHeat(races, heat);
}

function said(words: RaceWords): string {
  return Object.entries(words)
    .filter(([, value]) => value !== undefined)
    .map(([word, value]) => `${word} "${value}"`)
    .join(', ');
}

function some(races: readonly RaceDoc[]): string {
  const ids = races.slice(0, listed).map(({ id }) => id);
  return `${ids.join(', ')}${races.length > listed ? ` and ${races.length - listed} more` : ''}`;
}

/** The race, or why it is not known which one. */
export function findRace(meet: Meet, words: RaceWords): RaceDoc | string {
  const hasWords = Object.values(words).some((word) => word !== undefined);
  const [race, ...more] = candidates(meet, words);
  if (!hasWords && (race === undefined || more.length > 0)) {
    return `names no race: add a column race, or say which race the list is of; there are ${some(meet.races)}`;
  }
  if (race === undefined) return `${said(words)} is no race of this meet; there are ${some(meet.races)}`;
  if (more.length > 0) return `${said(words)} may be several races: ${some([race, ...more])}`;
  return race;
}
