// A finished mass start of three skaters, for tests of what officials decide afterwards.
import type { Meet } from '../../shared/meet.ts';
import { gunUs, massStartMeet, Script, seconds, steady } from './script.ts';

export const rules = { laps: 3, sprints: [{ lap: 2 }] };

/** A race of three over three laps, told by a decoder that knows no races. */
export function finished(meet: Meet = massStartMeet({ skaters: 3, rules })): Script {
  const script = new Script(meet);
  script.say({ kind: 'arm', race: 'r1', fromUs: gunUs - seconds(60) });
  script.start();
  for (const n of [1, 2, 3]) for (const time of steady(3, 30, n * 0.2)) script.read(`T${n}a`, time);
  return script;
}
