// docs/proof.md: a table of all sources, and of each what was compared and every difference with its reason.
import { type Check, countOf } from '../golden/checks.ts';
import type { Compared } from './comparisons.ts';
import { line, type Source, sources, summaryLine } from './sources.ts';

const head = `# Proof

How far the boards agree with what was published. \`npm run proof\` writes this page. Everything published that we have is
skated again: its lines become start lists, readings and rulings, those go through the engine as they would on the day, and
every column of what comes out is compared with what was printed. The documents are not part of the project. Times
are cut off as printed, a blank on both sides is no value, and rule ids are those of [rules.md](rules.md).
`;

const verdicts = ['equal', 'explained', 'unexplained'] as const;
const counts = ['compared', 'equal', 'explained', 'not explained'];
const right = counts.map(() => '---:');

function allOf(compared: readonly Compared[]): string[] {
  const checks = compared.flatMap((one) => one.checks);
  return [
    line(['what', 'documents', ...counts]),
    line(['---', '---:', ...right]),
    ...compared.map(({ id, documents, checks: of }) => summaryLine(id, documents, of)),
    line(['all', '', checks.length, ...verdicts.map((verdict) => countOf(checks, verdict))]),
  ];
}

function columnsOf(checks: readonly Check[], { given }: Source): string[] {
  const columns = [...new Set(checks.map(({ column }) => column))];
  const row = (column: string) => {
    const name = given.includes(column) ? `${column} (given)` : column;
    return line([name, countOf(checks, undefined, column), ...verdicts.map((one) => countOf(checks, one, column))]);
  };
  return [line(['column', ...counts]), line(['---', ...right]), ...columns.map(row)];
}

function differencesOf(checks: readonly Check[]): string[] {
  const odd = checks.filter(({ verdict }) => verdict !== 'equal');
  if (odd.length === 0) return ['Every value is equal.'];
  const reasons = [...new Set(odd.map(({ why }) => why ?? 'not explained'))];
  return reasons.flatMap((reason, index) => {
    const rows = odd.filter(({ why = 'not explained' }) => why === reason);
    return [
      ...(index === 0 ? [] : ['']),
      `${rows.length} of them: ${reason}.`,
      '',
      line(['where', 'whose', 'what', 'published', 'ours']),
      line(['---', '---', '---', '---:', '---:']),
      ...rows.map((one) => line([one.document, one.whose, one.column, one.published, one.ours])),
    ];
  });
}

function sectionOf({ id, checks }: Compared): string[] {
  const source = sources[id];
  return ['', `## ${source.title}`, '', source.how, '', ...columnsOf(checks, source), '', ...differencesOf(checks)];
}

const nowhere = `
## What is compared nowhere

Printed in the documents, and held against nothing of ours:

- of the World Cup sheets: who was referee and starter, venue, date, the name of the file, and the sentence that a code
  stands for (we keep the code);
- the World Cup points of those without a rank, which one sheet prints as 0 and all others not at all;
- of the heats: the last lap, in hundredths, where the time has thousandths; start positions, which are given; every crossing
  of the 11 heats whose laps do not add up; ranking races, and the 3 competitions of which sheets are missing;
- of the semi-finals: the points at each sprint, which were not published, and times that the extract cuts off;
- of the 3000 m: rank and medal in races of which no other skater is known;
- of the trials: who skated when, and the sources' words about falls and false starts; the 500 m of the women and of the
  national championships, of which too few times are known to rank anybody;
- of the recording: the difference to the leader that screens showed;
- captures of decoders, which hold readings and no results.

A column marked \`given\` goes in as it comes out: what is shown is that it stays with its line.
`;

/** The page; \`thialf\` is its section of the recording, where that is there. */
export function proofPage(compared: readonly Compared[], thialf: readonly string[]): string {
  const others = compared.filter(({ id }) => id !== 'thialf');
  return [head, ...allOf(compared), ...others.flatMap(sectionOf), ...thialf, nowhere].join('\n');
}
