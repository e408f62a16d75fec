// Who is among the best by points whatever happens at the distances to come, and who in no case. Where all orders can be
// gone through that is exact; where they are too many, by what each can reach by himself: never too much is claimed.
import type { Outlook } from '../../../shared/board.ts';
import type { Distance } from './distance.ts';
import { countOrders, placesOf, type Reach } from './orders.ts';
import { type BestOfDoc, bestPoints, pointsOf } from './points.ts';
import { chancesOf, placeEnough } from './points-futures.ts';
import { placeForTicket } from './verdict.ts';

/** Futures times people compared with each other that are gone through at most: some milliseconds. */
const mostCompared = 250_000;

function exactly(doc: BestOfDoc, distances: readonly Distance[], people: readonly string[]): Map<string, Outlook> {
  const chances = chancesOf(doc, distances, people);
  return new Map(
    people.map((person, i): [string, Outlook] => {
      const chance = chances[i];
      if (chance === undefined || !chance.canBeOut) return [person, { state: 'in' }];
      if (!chance.canBeIn) return [person, { state: 'out' }];
      const needs = distances.flatMap((distance, d) => {
        const place = distance.movers.includes(person) ? placeEnough(chance, d) : undefined;
        return place === undefined ? [] : [placeForTicket(distance, place)];
      });
      return [person, { state: 'open', ...(needs.length > 0 && { needs }) }];
    }),
  );
}

/** The fewest and the most points somebody can come to, everything else aside. */
function spanOf(doc: BestOfDoc, reaches: readonly (Reach | undefined)[]): { least: number; most: number } {
  const known = reaches.filter((reach) => reach !== undefined);
  if (known.length === 0) return { least: -1, most: -1 };
  return {
    least: bestPoints(
      doc,
      known.map(({ last }) => pointsOf(doc, last)),
    ),
    most: bestPoints(
      doc,
      known.map(({ first }) => pointsOf(doc, first)),
    ),
  };
}

function byReach(doc: BestOfDoc, distances: readonly Distance[], people: readonly string[]): Map<string, Outlook> {
  const places = distances.map(placesOf);
  const spans = people.map((person) =>
    spanOf(
      doc,
      places.map((reaches) => reaches.get(person)),
    ),
  );
  const enough = (i: number, least: number) =>
    spans.filter(({ most }, j) => j !== i && most >= least).length < doc.quota && least >= 0;
  return new Map(
    people.map((person, i): [string, Outlook] => {
      const { least, most } = spans[i] ?? { least: -1, most: -1 };
      if (enough(i, least)) return [person, { state: 'in' }];
      const ahead = spans.filter((span, j) => j !== i && span.least > most).length;
      if (most < 0 || ahead >= doc.quota) return [person, { state: 'out' }];
      const needs = distances.flatMap((distance, d) => {
        if (!distance.movers.includes(person)) return [];
        const isEnough = (place: number) => {
          const reaches = places.map((all, e) => (e === d ? { first: place, last: place } : all.get(person)));
          return enough(i, spanOf(doc, reaches).least);
        };
        const last = places[d]?.get(person)?.last ?? 0;
        let place = 0;
        while (place < last && isEnough(place + 1)) place += 1;
        return place === 0 ? [] : [placeForTicket(distance, place)];
      });
      return [person, { state: 'open', ...(needs.length > 0 && { needs }) }];
    }),
  );
}

export function pointsOutlooks(
  doc: BestOfDoc,
  distances: readonly Distance[],
  all: ReadonlySet<string>,
): ReadonlyMap<string, Outlook> {
  const people = [...all];
  const most = mostCompared / people.length ** 2;
  let futures = 1;
  for (const distance of distances) futures *= countOrders(distance, most / futures);
  return futures <= most ? exactly(doc, distances, people) : byReach(doc, distances, people);
}
