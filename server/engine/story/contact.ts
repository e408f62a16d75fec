// Who loses contact with the bunch and who comes back to it (F24, M12), lap by lap from who came by when.
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

/** What a lap tells; `lost` are those who had lost contact before it, and is brought up to date. */
function lapOf(
  { point: { key, lap = 0 }, crossers }: Picture,
  bunch: readonly Crosser[],
  lost: Set<string>,
  rules: ContactRules,
): Said[] {
  const told: Said[] = [];
  const tailUs = bunch.at(-1)?.timeUs ?? 0;
  const back = crossers.filter(({ entry, timeUs }) => lost.has(entry) && timeUs <= tailUs);
  const gone = crossers.filter(({ entry, timeUs }) => !lost.has(entry) && timeUs - tailUs >= rules.behindUs);
  for (const { entry } of back) lost.delete(entry);
  for (const { entry } of gone) lost.add(entry);
  const [lastBack, firstGone, lastGone] = [back.at(-1), gone[0], gone.at(-1)];
  if (lastBack !== undefined) told.push(said(`back-${key}`, lastBack.instantUs, 'rejoined', { lap }, entriesOf(back)));
  if (firstGone !== undefined && lastGone !== undefined) {
    const values = { lap, behindUs: firstGone.timeUs - tailUs };
    told.push(said(`lost-${key}`, lastGone.instantUs, 'lostContact', values, entriesOf(gone)));
  }
  return told;
}

/** Who fell behind and who rejoined; `pictures` are those at which a lap ends before the finish. */
export function contactOf(pictures: readonly Picture[], rules: ContactRules): Said[] {
  const told: Said[] = [];
  const lost = new Set<string>();
  let racing = rules.starters;
  for (const picture of pictures) {
    const { crossers } = picture;
    // Before half of them have come by, a chaser may look like the tail of the bunch.
    const bunch = 2 * crossers.length > racing ? bunchOf(crossers, rules.groupGapUs) : undefined;
    racing = crossers.length;
    if (bunch !== undefined && (picture.point.lap ?? 0) > rules.neutralLaps) {
      told.push(...lapOf(picture, bunch, lost, rules));
    }
  }
  return told;
}
