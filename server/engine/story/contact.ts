// Who loses contact with the bunch and who comes back to it (F24, M12), lap by lap from who came by when.
import { memo } from '../memo.ts';
import { type Said, said } from './moment.ts';
import type { Crosser, Picture } from './pictures.ts';

export interface ContactRules {
  readonly behindUs: number;
  readonly groupGapUs: number;
  readonly neutralLaps: number;
  readonly starters: number;
}

/** The largest group at a point, of equals the first; the bunch, unless everybody rides alone. */
function bunchOf(crossers: readonly Crosser[], groupGapUs: number): readonly Crosser[] | undefined {
  let bunch: Crosser[] = [];
  let open: Crosser[] = [];
  for (const crosser of crossers) {
    const ahead = open.at(-1);
    if (ahead !== undefined && crosser.timeUs - ahead.timeUs >= groupGapUs) open = [];
    open.push(crosser);
    if (open.length > bunch.length) bunch = open;
  }
  return bunch.length > 1 ? bunch : undefined;
}

const entriesOf = (crossers: readonly Crosser[]) => crossers.map(({ entry }) => entry);

interface Told {
  /** Who has lost contact. */
  readonly lost: ReadonlySet<string>;
  /** Who came by at the picture before. */
  readonly racing: number;
  readonly told: readonly Said[];
}

/** What a lap tells. */
function lapOf(
  { point: { key, lap = 0 }, crossers }: Picture,
  bunch: readonly Crosser[],
  { lost, racing, told }: Told,
  rules: ContactRules,
): Told {
  const tailUs = bunch.at(-1)?.timeUs ?? 0;
  const back = crossers.filter(({ entry, timeUs }) => lost.has(entry) && timeUs <= tailUs);
  const gone = crossers.filter(({ entry, timeUs }) => !lost.has(entry) && timeUs - tailUs >= rules.behindUs);
  const [lastBack, firstGone, lastGone] = [back.at(-1), gone[0], gone.at(-1)];
  const more: Said[] = [];
  if (lastBack !== undefined) more.push(said(`back-${key}`, lastBack.instantUs, 'rejoined', { lap }, entriesOf(back)));
  if (firstGone !== undefined && lastGone !== undefined) {
    const values = { lap, behindUs: firstGone.timeUs - tailUs };
    more.push(said(`lost-${key}`, lastGone.instantUs, 'lostContact', values, entriesOf(gone)));
  }
  if (more.length === 0) return { lost, racing, told };
  const still = new Set([...lost, ...entriesOf(gone)]);
  for (const { entry } of back) still.delete(entry);
  return { lost: still, racing, told: [...told, ...more] };
}

/** Remembered by the picture and what was told before it: most pictures are of laps that nothing changes any more. */
const after = memo((picture: Picture, before: Told, rules: ContactRules): Told => {
  const { crossers, point } = picture;
  // Before half of them have come by, a chaser may look like the tail of the bunch.
  const bunch = 2 * crossers.length > before.racing ? bunchOf(crossers, rules.groupGapUs) : undefined;
  const told = { ...before, racing: crossers.length };
  return bunch === undefined || (point.lap ?? 0) <= rules.neutralLaps ? told : lapOf(picture, bunch, told, rules);
});

const nothingTold = memo(({ starters }: ContactRules): Told => ({ lost: new Set(), racing: starters, told: [] }));

/** Who fell behind and who rejoined; `pictures` are those at which a lap ends before the finish. */
export function contactOf(pictures: readonly Picture[], rules: ContactRules): readonly Said[] {
  return pictures.reduce((told, picture) => after(picture, told, rules), nothingTold(rules)).told;
}
