// `npm run proof`: compares with everything published that is there, and writes docs/proof.md where all of it is; fails where
// something is not explained. With a file it compares that recording alone and writes nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unexplained } from '../golden/checks.ts';
import { root } from '../tree.ts';
import { type Compared, compareAll } from './comparisons.ts';
import { proofPage } from './page.ts';
import { absent, files, isThere } from './recording.ts';
import { sources } from './sources.ts';
import { thialfSection } from './table.ts';
import { checksOf, followThialf } from './thialf.ts';

const [file] = process.argv.slice(2);
const { findings, more } = isThere ? followThialf(file ?? files.day) : { findings: [], more: [] };
const recording: Compared = { id: 'thialf', documents: isThere ? 1 : 0, checks: checksOf(findings) };
const all = file === undefined ? [recording, ...compareAll()] : [recording];
const there = all.filter(({ documents }) => documents > 0);
const missing = all.filter(({ documents }) => documents === 0);

for (const { id } of missing) {
  const why = id === 'thialf' ? absent : 'skipped: it is not there in ../shared/data beside the checkout';
  process.stdout.write(`${sources[id].title}: ${why}\n`);
}
if (there.length > 0) {
  const page = proofPage(there, isThere ? thialfSection(sources.thialf.title, findings, more) : []);
  const isWhole = file === undefined && missing.length === 0;
  if (isWhole) writeFileSync(join(root, 'docs/proof.md'), page);
  const checks = there.flatMap((one) => one.checks);
  const wrong = unexplained(checks).length;
  const written = isWhole ? 'docs/proof.md is written' : 'docs/proof.md stays as it is';
  process.stdout.write(`${page}\n${checks.length} compared, ${wrong} not explained; ${written}\n`);
  if (wrong > 0) process.exitCode = 1;
}
