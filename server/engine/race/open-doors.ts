// Which races were open at an instant, found without asking each: a day has a hundred races and a hundred thousand readings.
import { memo } from '../memo.ts';
import type { Door } from './door.ts';

/** From `fromUs` until the next one, on the clock of one source, these doors are open; of several, the one called up last first. */
interface Span {
  readonly fromUs: number;
  readonly open: readonly Door[];
}

interface Opening {
  readonly door: Door;
  readonly calledUs: number;
}

/** The spans of a source whose clock each door knows. */
function spansOf(doors: readonly Door[], source: string): readonly Span[] {
  const windows = doors.flatMap((door) => {
    const shift = door.offsets.get(source) ?? 0;
    return door.windows
      .filter(({ fromUs, toUs }) => fromUs < toUs)
      .map(({ fromUs, toUs }) => ({ door, calledUs: fromUs, fromUs: fromUs + shift, toUs: toUs + shift }));
  });
  const edges = [...new Set(windows.flatMap(({ fromUs, toUs }) => [fromUs, toUs]))].sort((a, b) => a - b);
  const indexOf = new Map(edges.map((edge, index) => [edge, index]));
  const openings = edges.map((): Opening[] => []);
  for (const { door, calledUs, fromUs, toUs } of windows) {
    const end = indexOf.get(toUs) ?? edges.length;
    for (let i = indexOf.get(fromUs) ?? end; i < end; i += 1) openings[i]?.push({ door, calledUs });
  }
  return edges.map((fromUs, index) => {
    const latest = (openings[index] ?? []).sort((a, b) => b.calledUs - a.calledUs);
    return { fromUs, open: [...new Set(latest.map(({ door }) => door))] };
  });
}

const timelinesOf = memo((_doors: readonly Door[]) => new Map<string, readonly Span[]>());

const none: readonly Door[] = [];

/** The doors open when the clock of `source` said `at`, the one called up last first. */
export function openDoors(doors: readonly Door[], source: string, at: number): readonly Door[] {
  const timelines = timelinesOf(doors);
  const spans = timelines.get(source) ?? spansOf(doors, source);
  timelines.set(source, spans);
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).fromUs <= at) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1]?.open ?? none;
}
