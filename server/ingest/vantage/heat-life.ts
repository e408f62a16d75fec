// The life of a heat: called up, committed, opened again, sent away.
import type { FactDraft } from '../../../shared/facts.ts';
import { clockOf } from './attempt.ts';
import { type Distance, lapsIn, type Starter } from './events.ts';
import { isDeleted } from './flags.ts';
import { type Heat, type HeatStep, steps, unchanged } from './heat.ts';
import { digest } from './ids.ts';
import { lapAdded, lapUpdated } from './readings.ts';
import { rulings } from './results.ts';
import { entryId } from './starter-document.ts';

function officials(heat: Heat, distance: Distance | undefined): FactDraft[] {
  const referee = distance?.referee1 ?? '';
  const starter = distance?.starter ?? '';
  if (referee === '' && starter === '') return [];
  const said = { ...(referee !== '' && { referee }), ...(starter !== '' && { starter }) };
  const id = `${heat.source}:officials:${digest(referee, starter)}`;
  return [{ id, kind: 'officials', race: heat.race, ...said, source: clockOf(heat.source) }];
}

function armId({ source, calls }: Heat): string {
  return `${source}:arm.${calls}`;
}

/** Laps the event itself carries: those of a heat that is opened again, and at the end all that counted. */
function carried(starters: readonly Starter[]): readonly ((heat: Heat) => HeatStep)[] {
  return starters.flatMap((starter) => {
    const entry = entryId(starter);
    return lapsIn(starter.laps).map((lap) => (heat: Heat) => {
      const known = [...heat.readings].find(
        ([key]) => key === `${entry} line ${lap.presentationSource.how} ${lap.time}`,
      );
      if (known === undefined) return lapAdded(heat, entry, lap);
      return known[1].deleted === isDeleted(lap.flags) ? unchanged(heat) : lapUpdated(heat, entry, lap, lap.time);
    });
  });
}

/** Called up, for the first time, again, or heard again after a reconnect. */
export function activated(heat: Heat, starters: readonly Starter[], distance: Distance | undefined): HeatStep {
  const called = heat.active ? heat : { ...heat, active: true, calls: heat.calls + 1 };
  const arm: FactDraft = { id: armId(called), kind: 'arm', race: heat.race, source: clockOf(heat.source) };
  return steps(
    called,
    (now) => ({ heat: now, facts: [arm, ...officials(now, distance)], refused: [] }),
    ...rulings(starters),
    ...carried(starters),
  );
}

/** The source's operator has entered the result. Readings that were lost on the way to us come with it. */
export function committed(heat: Heat, starters: readonly Starter[]): HeatStep {
  return steps(heat, ...carried(starters), ...rulings(starters), (now) => {
    const toUs = now.startUs === undefined ? undefined : now.startUs + now.lastUs;
    const close: FactDraft = {
      id: `${now.source}:close.${now.calls}.${toUs ?? 0}`,
      kind: 'close',
      race: now.race,
      ...(toUs !== undefined && { toUs }),
      source: clockOf(now.source),
    };
    return { heat: now, facts: [close], refused: [] };
  });
}

/** Sent away; one that was called up by mistake and never started is not on any more. */
export function deactivated(heat: Heat): HeatStep {
  const away = { ...heat, active: false };
  if (!heat.active || heat.startUs !== undefined) return unchanged(away);
  const target = armId(heat);
  const retract: FactDraft = {
    id: `${target}.off`,
    kind: 'retract',
    target,
    race: heat.race,
    source: clockOf(heat.source),
  };
  return { heat: away, facts: [retract], refused: [] };
}
