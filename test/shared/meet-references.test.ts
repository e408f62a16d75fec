import { describe, expect, it } from 'vitest';
import { meetSchema } from '../../shared/meet.ts';
import { fullestMeet } from './meet-forms.ts';

type Part = Partial<Record<keyof typeof fullestMeet, unknown>>;

/** Paths and messages of what is refused of the fullest meet with these parts. */
function faults(part: Part): string[] {
  const result = meetSchema.safeParse({ ...fullestMeet, ...part });
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
}

const [massStart, m1000, m500] = fullestMeet.events;
const [race] = fullestMeet.races;

describe('what a meet names is there', () => {
  it('[C6] a meet that says everything has no fault', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Part, string[]]>([
    [
      'a race outside the rounds of its event',
      { races: [{ ...race, round: 'heats' }] },
      ['races.0.round must be a round of event ms-men: semi, final'],
    ],
    [
      'a race without a round of an event that has rounds',
      { races: [{ ...race, round: undefined }] },
      ['races.0.round must be a round of event ms-men: semi, final'],
    ],
    [
      'a third run of two',
      { races: [{ ...race, event: 'm1000', round: undefined, run: 3 }] },
      ['races.0.run is more than the runs of event m1000: 2'],
    ],
    [
      'an advance to an earlier round',
      {
        events: [
          { ...massStart, rounds: [{ id: 'semi' }, { id: 'final', advance: [{ places: 8, to: 'semi' }] }] },
          m1000,
          m500,
        ],
      },
      ['events.0.rounds.1.to names no later round of this event: semi'],
    ],
    [
      'an advance from the last round',
      { events: [{ ...massStart, rounds: [{ id: 'semi' }, { id: 'final', fastest: { count: 2 } }] }, m1000, m500] },
      ['events.0.rounds.1 is the last round: nobody advances from it'],
    ],
    [
      'a distance of no pairs in a combined event',
      { combined: [{ id: 'all', name: 'All', of: ['m500', 'ms-men'] }] },
      ['combined.0.of.1 names no distance skated in pairs: ms-men'],
    ],
    [
      'a combined event with the id of an event',
      { combined: [{ id: 'm500', name: 'All', of: ['m500', 'm1000'] }] },
      ['combined.0.id is the id of an event'],
    ],
    [
      'a slot for an event nobody skates',
      { selections: [{ id: 'x', name: 'X', kind: 'matrix', quota: 1, slots: [{ event: 'm5000', place: 1 }] }] },
      ['selections.0.slots.0.event names no event of this meet: m5000'],
    ],
    [
      'a slot designated to nobody known',
      { selections: [{ id: 'x', name: 'X', kind: 'matrix', quota: 1, slots: [{ designated: true, athlete: 'b9' }] }] },
      ['selections.0.slots.0.athlete names no athlete of this meet: b9'],
    ],
    [
      'a standard at an event nobody skates',
      { selections: [{ id: 'x', name: 'X', kind: 'standard', event: 'm1', timeUs: 1 }] },
      ['selections.0.event names no event of this meet: m1'],
    ],
  ])('[C6] %s is refused where it stands', (_, part, expected) => {
    expect(faults(part)).toEqual(expected);
  });
});
