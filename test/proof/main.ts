// `npm run proof`: compares with the recording and writes docs/proof.md; fails where something is not explained.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tree.ts';
import { compareStream } from './compare.ts';
import { Follower } from './follower.ts';
import { absent, files, isThere, linesOf } from './recording.ts';
import { finishedRaces, unequalRaces } from './recovery.ts';
import { countOf, proofDocument } from './table.ts';

function recoveries(whole: Follower): string[] {
  return [files.teamPursuit, files.thousand].map((file) => {
    const races = finishedRaces(file);
    const unequal = unequalRaces(whole, file);
    const said = unequal.length === 0 ? 'the same board' : `another board in ${unequal.join(', ')}`;
    const who = `- A follower that joined in mid-race (${file.split('/').at(-1)})`;
    return `${who} ends, in ${races.join(', ') || 'no race that it saw the end of'}, with ${said} as one that heard all.`;
  });
}

if (!isThere) {
  process.stdout.write(`${absent}\n`);
} else {
  const [file = files.day] = process.argv.slice(2);
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
  const document = proofDocument(findings, more);
  if (process.argv.length < 3) writeFileSync(join(root, 'docs/proof.md'), document);
  const unexplained = countOf(findings, undefined, 'unexplained');
  process.stdout.write(`${document}\n${findings.length} compared, ${unexplained} not explained\n`);
  if (unexplained > 0) process.exitCode = 1;
}
