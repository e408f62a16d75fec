// Topics made only while somebody watches them: consoles of races, and the health of sources.

import { consoleOf } from './board/console.ts';
import type { Boards } from './boards.ts';
import { memo } from './memo.ts';
import type { MeetRaces, RaceFold } from './races.ts';
import { type Sources, sourcesState } from './sources.ts';

/** Remembered by what each is made from, so that a fact elsewhere makes nothing anew. */
const rememberedConsole = memo(
  (
    fold: RaceFold,
    binding: MeetRaces['binding'],
    doors: MeetRaces['doors'],
    loose: MeetRaces['loose']['decisions'],
    meet: MeetRaces['meet'],
  ) => consoleOf(fold, { binding, doors, loose, meet }),
);
const rememberedSources = memo(sourcesState);

/** The state of such a topic, or undefined where it is none, or of a race that is not there. */
export function askedState(topic: string, boards: Boards, sources: Sources): object | undefined {
  if (topic === 'sources') return rememberedSources(sources);
  const race = /^console\/(.+)$/.exec(topic)?.[1];
  if (race === undefined) return undefined;
  for (const { binding, doors, loose, meet, races } of boards.events.races.byMeet.values()) {
    const fold = races.get(race);
    if (fold !== undefined) return rememberedConsole(fold, binding, doors, loose.decisions, meet);
  }
  return undefined;
}
