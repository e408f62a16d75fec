// When a skater passes the points of a distance, as parts of the final time: known shapes for the sprints, a plain model for the
// longer distances. Knows metres, not skaters.

const lapMetres = 400;
/** By distance, the parts of the finish time at which the points between are passed (rule L2: 200 m and 600 m). */
const sprintParts: ReadonlyMap<number, readonly number[]> = new Map([
  [500, [0.281]],
  [1000, [0.246, 0.615]],
]);
/** Getting up to speed costs about so much of a lap. */
const startLaps = 0.12;
/** Each lap is slower than the one before by this part; a sprint's more than a long race's. */
function fading(laps: number): number {
  return laps < 5 ? 0.03 : laps < 15 ? 0.008 : 0.002;
}

/** Parts of the finish time at the points before the finish, on a track with one loop at the finish line. */
export function splitParts(distance: number): readonly number[] {
  const known = sprintParts.get(distance);
  if (known !== undefined) return known;
  const laps = Math.floor(distance / lapMetres);
  const opening = distance % lapMetres;
  const first = opening === 0 ? lapMetres : opening;
  const weights = [first / lapMetres + startLaps];
  for (let lap = 1; lap <= (opening === 0 ? laps - 1 : laps); lap++) weights.push(1 + fading(laps) * lap);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let done = 0;
  return weights.slice(0, -1).map((weight) => {
    done += weight;
    return done / whole;
  });
}
