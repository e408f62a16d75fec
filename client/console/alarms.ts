// What must not be overlooked while a race runs: a source that fell silent, nothing read at all, somebody overdue. Pure.
import type { Board } from '../../shared/board.ts';
import type { ConsoleState } from '../../shared/console-state.ts';
import type { SourcesState } from '../../shared/sources-state.ts';

export type Alarm =
  | { readonly kind: 'silent'; readonly source: string; readonly silentUs: number }
  | { readonly kind: 'nothing'; readonly silentUs: number }
  | { readonly kind: 'overdue'; readonly entry: string }
  | { readonly kind: 'bell'; readonly lap: number };

/** Sources that read every lap: a camera and a hand speak when there is something to say. */
export function steadySources({ readings }: Pick<ConsoleState, 'readings'>): readonly string[] {
  const steady = Object.values(readings).filter(({ how }) => how === 'transponder' || how === 'optical');
  return [...new Set(steady.map(({ source }) => source))].sort();
}

/** `thresholdUs`: a source may be silent for so long; more than the field needs for a lap. */
export function alarmsOf(
  board: Board | undefined,
  console: ConsoleState | undefined,
  sources: SourcesState | undefined,
  nowUs: number | undefined,
  thresholdUs: number,
): readonly Alarm[] {
  if (board === undefined || console === undefined || board.race.status !== 'running') return [];
  const overdue = Object.entries(board.rows)
    .filter(([, { flags }]) => flags.overdue === true && flags.gone !== true)
    .map(([entry]): Alarm => ({ kind: 'overdue', entry }));
  const bell = board.laps.bellAlarm;
  const told: readonly Alarm[] = bell === undefined ? overdue : [...overdue, { kind: 'bell', lap: bell }];
  if (nowUs === undefined) return told;
  const startUs = Math.min(...Object.values(board.clock).map((clock) => clock.startUs ?? Number.POSITIVE_INFINITY));
  const steady = steadySources(console);
  const sinceGunUs = nowUs - startUs;
  if (steady.length === 0)
    return sinceGunUs > thresholdUs ? [{ kind: 'nothing', silentUs: sinceGunUs }, ...told] : told;
  const silent = steady.flatMap((source): Alarm[] => {
    const heardUs = sources?.sources[source]?.readingUs;
    // Between the gun and the first lap nobody is read.
    const silentUs = heardUs === undefined ? undefined : nowUs - Math.max(heardUs, Math.min(startUs, nowUs));
    return silentUs !== undefined && silentUs > thresholdUs ? [{ kind: 'silent', source, silentUs }] : [];
  });
  return [...silent, ...told];
}
