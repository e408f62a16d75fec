// Seven races of 3000 m with their splits, as they lie beside the checkout. They are not part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printedTime } from '../../server/demo/sheet.ts';
import type { Row } from '../../shared/board.ts';
import { formatTime } from '../../shared/format-time.ts';
import { pairsMeet, Script } from '../engine/script.ts';
import { type Check, compareLines } from './checks.ts';

const file = fileURLToPath(new URL('../../../shared/data/other/3000m-splits.json', import.meta.url));

export interface Recorded {
  readonly year: number;
  readonly times: readonly string[];
  readonly finish_time: string;
}

/** Empty where the file is absent. */
export const recordedSplits: readonly Recorded[] = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { race: { results: Recorded[] } }).race.results
  : [];
export const whyNoSplits = 'skipped where there are no splits in ../shared/data beside the checkout';

export const cumulativeOf = ({ times }: Recorded) => times.map((time) => printedTime(time).timeUs);

/** What was measured behind the printed hundredths is not known, and must not show. */
export function skatedSplits(recorded: Recorded): Row {
  const script = new Script(pairsMeet(3000, 1));
  script.start('p1');
  for (const [index, us] of cumulativeOf(recorded).entries()) {
    script.cross('e1', (us + ((index * 3700) % 10_000)) / 1_000_000, { race: 'p1' });
  }
  return script.row('e1', 'p1');
}

/** The time at every split, and the final time. */
export function compareSplits(recorded: Recorded): Check[] {
  const { splits, timeUs } = skatedSplits(recorded);
  const cells = (texts: readonly string[], final: string | undefined) => ({
    ...Object.fromEntries(texts.map((text, index) => [`${200 + 400 * index} m`, text])),
    'final time': final,
  });
  const ours = cells(
    Object.values(splits).map((split) => formatTime(split.timeUs)),
    timeUs === undefined ? undefined : formatTime(timeUs),
  );
  const whose = String(recorded.year);
  const published = cells(recorded.times, recorded.finish_time);
  return compareLines(whose, [{ key: whose, whose, cells: published }], [{ key: whose, whose, cells: ours }]);
}
