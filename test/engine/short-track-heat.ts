// A 500 m of short track told in a few words: who skates, and everybody over the whole distance.
import { type Options, Script, shortTrackMeet } from './script.ts';

/** Of a 500 m: after the half lap and after each lap. */
export const pace = [7, 16, 24.6, 33.2, 42];

export function heat(options: Options = {}): Script {
  const script = new Script(shortTrackMeet(500, options));
  script.start();
  return script;
}

/** Everybody over the whole distance, 0.2 s apart. */
export function skated(skaters = 4, rules: Record<string, unknown> = {}): Script {
  const script = heat({ skaters, rules });
  for (const time of pace) for (let n = 1; n <= skaters; n += 1) script.cross(`e${n}`, time + n * 0.2);
  return script;
}
