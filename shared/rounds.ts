// How the rounds of an event hang together: which lead on to which, and which races are filled from them. Documents only.
import type { MeetEvent, Round } from './event.ts';
import type { RaceDoc } from './meet.ts';

/** The rounds that one may go on to from the round at `index`, each once, in the order in which they are told. */
export function goalsOf(rounds: readonly Round[], index: number): readonly string[] {
  const round = rounds[index];
  if (round === undefined) return [];
  const { advance, fastest } = round;
  const next = rounds[index + 1]?.id;
  const goals = [...advance, ...(fastest === undefined ? [] : [fastest])].map(({ to }) => to ?? next);
  return [...new Set(goals.filter((goal) => goal !== undefined))];
}

/** The rounds that lead to this one, first to last. */
export function feedersOf({ rounds = [] }: MeetEvent, round: string | undefined): readonly Round[] {
  return rounds.filter((_, index) => round !== undefined && goalsOf(rounds, index).includes(round));
}

/** Its start list follows from earlier rounds: it lists nobody itself. */
export function isFilled(doc: RaceDoc, event: MeetEvent): boolean {
  return doc.entries.length === 0 && feedersOf(event, doc.round).length > 0;
}
