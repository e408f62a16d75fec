// The recording of Thialf as one more source: findings as checks, and what else its day shows.
import type { Check } from '../golden/checks.ts';
import { compareStream, type Finding } from './compare.ts';
import { Follower } from './follower.ts';
import { files, linesOf } from './recording.ts';
import { finishedRaces, unequalRaces } from './recovery.ts';

export function checksOf(findings: readonly Finding[]): Check[] {
  return findings.map(({ line, race, name, what, verdict, ...rest }) => {
    const document = `line ${line}, ${race}`;
    return { document, whose: name, column: what, verdict: verdict === 'tied' ? 'explained' : verdict, ...rest };
  });
}

function recoveries(whole: Follower): string[] {
  return [files.teamPursuit, files.thousand].map((file) => {
    const races = finishedRaces(file);
    const unequal = unequalRaces(whole, file);
    const said = unequal.length === 0 ? 'the same board' : `another board in ${unequal.join(', ')}`;
    const who = `- A follower that joined in mid-race (${file.split('/').at(-1)})`;
    return `${who} ends, in ${races.join(', ') || 'no race that it saw the end of'}, with ${said} as one that heard all.`;
  });
}

/** What was found in a recording, and lines about the rest of the day. */
export function followThialf(file: string): {
  readonly findings: readonly Finding[];
  readonly more: readonly string[];
} {
  const whole = new Follower();
  const lines = linesOf(file);
  const findings = compareStream(lines, whole);
  const before = whole.facts.size;
  whole.reconnect().hearAll(lines);
  const more = [
    `- ${lines.length} events came to ${before} facts; ${whole.refused.length} were refused.`,
    `- Told again from the beginning on a new connection, ${whole.duplicates} facts were known and ${whole.facts.size - before} new.`,
    ...recoveries(whole),
  ];
  return { findings, more };
}
