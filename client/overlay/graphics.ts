// The graphics by name: the element each is, and how its data follows from what is known of its race.
import type { Graphic, Take } from '../../shared/on-air.ts';
import { AthleteGraphic, athleteData } from './athlete-graphic.ts';
import { ClockGraphic, clockData } from './clock-graphic.ts';
import { CorrectionGraphic } from './correction-graphic.ts';
import type { GraphicElement } from './graphic-element.ts';
import { GroupGraphic, groupsData } from './group-graphic.ts';
import type { Known, Wish } from './known.ts';
import { NeedsGraphic, needsData } from './needs-graphic.ts';
import { PairGraphic, pairData } from './pair-graphic.ts';
import { ResultGraphic, resultData } from './result-graphic.ts';
import { SprintGraphic, sprintData } from './sprint-graphic.ts';
import { TowerGraphic, towerData } from './tower-graphic.ts';

interface Kind {
  readonly make: () => GraphicElement<object>;
  /** Undefined while there is nothing to show. */
  readonly data: (known: Known, wish: Wish) => object | undefined;
}

const kinds: Readonly<Record<Graphic, Kind>> = {
  clock: { make: () => new ClockGraphic(), data: clockData },
  tower: { make: () => new TowerGraphic(), data: towerData },
  pair: { make: () => new PairGraphic(), data: pairData },
  group: { make: () => new GroupGraphic(), data: groupsData },
  sprint: { make: () => new SprintGraphic(), data: sprintData },
  athlete: { make: () => new AthleteGraphic(), data: athleteData },
  result: { make: () => new ResultGraphic(), data: resultData },
  needs: { make: () => new NeedsGraphic(), data: needsData },
  correction: { make: () => new CorrectionGraphic(), data: () => undefined },
};

export function makeGraphic(graphic: Graphic): GraphicElement<object> {
  return kinds[graphic].make();
}

export function dataOf(graphic: Graphic, known: Known, wish: Wish): object | undefined {
  return kinds[graphic].data(known, wish);
}

/** Taken twice with the same name, it is the same graphic that goes on; else one goes out and the other comes in. */
export function nameOf({ graphic, race, entry, sprint, alert }: Take): string {
  return [graphic, race, entry, sprint, alert].join('|');
}
