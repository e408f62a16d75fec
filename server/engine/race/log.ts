// The decisive moments of a race as codes and values: what a commentator would want said, newest last.
import type { Moment } from '../../../shared/board.ts';
import type { Fact } from '../../../shared/facts.ts';
import { isTimed } from '../disciplines/registry.ts';
import type { Race } from './race-state.ts';

/** The log is for screens, not for the record: this many moments are kept. */
const momentsMax = 20;

type Said = readonly [id: string, moment: Moment];

function said(id: string, at: number, code: string, values: Moment['says']['values'], about?: readonly string[]): Said {
  return [id, { at, says: { code, values }, ...(about !== undefined && { about: [...about] }) }];
}

function ofDecision(fact: Fact): Said | undefined {
  switch (fact.kind) {
    case 'ruling': {
      const code = fact.code === undefined ? {} : { code: fact.code };
      return said(fact.id, fact.at, 'ruling', { status: fact.status, ...code }, [fact.entry]);
    }
    case 'falseStart':
      return said(fact.id, fact.at, 'falseStart', {}, [fact.entry]);
    case 'clear':
      return said(fact.id, fact.at, 'cleared', { reason: fact.reason });
    case 'length':
      return said(fact.id, fact.at, 'length', { laps: fact.laps });
    case 'official':
      return said(fact.id, fact.at, 'official', { signer: fact.signer });
    case 'reopen':
      return said(fact.id, fact.at, 'reopened', {});
    case 'protest':
      return said(fact.id, fact.at, 'protest', { by: fact.protester ?? fact.by, state: fact.state ?? 'open' });
    default:
      return undefined;
  }
}

function ofSprints({ sprints, entrants, course }: Race): Said[] {
  return sprints.flatMap(({ number, lap, finish, state, order }) => {
    const first = order[0];
    if (state === 'ahead' || first === undefined) return [];
    const winner = entrants.get(first[0] as string)?.racer;
    const passage = winner?.passages[course.points.findIndex((point) => point.lap === lap)];
    if (winner === undefined || passage === undefined) return [];
    const code = finish ? 'won' : 'sprintWon';
    const values = { sprint: number, lap, name: winner.competitor.name, confirmed: state === 'confirmed' };
    return [said(`sprint-${number}`, passage.instantUs, code, values, first)];
  });
}

function ofFinishes({ event, entrants }: Race): Said[] {
  if (!isTimed(event)) return [];
  return [...entrants.values()].flatMap(({ racer, result }) => {
    const last = racer.measured.at(-1);
    if (result === undefined || last === undefined) return [];
    const values = { name: racer.competitor.name, timeUs: result.timeUs };
    return [said(`finish-${racer.entry}`, last.instantUs, 'finished', values, [racer.entry])];
  });
}

/** P1: where another reading came to be shown, and the printed time with it. */
function ofReplaced({ course, entrants }: Race): Said[] {
  return [...entrants.values()].flatMap(({ racer: { entry, competitor, measured } }) =>
    measured.flatMap(({ point, timeUs, instantUs, replaced }) => {
      const place = course.points[point];
      if (replaced === undefined || place === undefined) return [];
      const { cause, timeUs: beforeUs } = replaced;
      const values = { name: competitor.name, point: place.name, beforeUs, afterUs: timeUs, cause };
      return [said(`corrected-${entry}-${place.key}`, instantUs, 'corrected', values, [entry])];
    }),
  );
}

/** The newest moments of a race by id, each at the instant it happened or was decided. A signature freezes no decisions. */
export function logOf(race: Race, decisions: readonly Fact[]): Record<string, Moment> {
  const decided = decisions.map(ofDecision).filter((moment) => moment !== undefined);
  const all = [...decided, ...ofSprints(race), ...ofFinishes(race), ...ofReplaced(race)].sort(
    ([, a], [, b]) => a.at - b.at,
  );
  return Object.fromEntries(all.slice(-momentsMax));
}
