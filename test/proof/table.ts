// The findings as a document: a table of what was compared, and under it each value that is not equal, with its reason.
import type { Finding, Verdict, What } from './compare.ts';

const what: readonly What[] = [
  'time at a split',
  'lap time',
  'rank at a split',
  'final time',
  'status',
  'PB mark',
  'committed lap',
];
const verdicts: readonly Verdict[] = ['equal', 'tied', 'explained', 'unexplained'];

export function countOf(findings: readonly Finding[], of: What | undefined, verdict?: Verdict): number {
  return findings.filter(
    (one) => (of === undefined || one.what === of) && (verdict === undefined || one.verdict === verdict),
  ).length;
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function tableOf(findings: readonly Finding[]): string[] {
  const row = (name: string, of: What | undefined) =>
    line([name, countOf(findings, of), ...verdicts.map((verdict) => countOf(findings, of, verdict))]);
  return [
    line(['what', 'compared', 'equal', 'equal in hundredths', 'explained', 'not explained']),
    line(['---', '---:', '---:', '---:', '---:', '---:']),
    ...what.map((one) => row(one, one)),
    row('all', undefined),
  ];
}

function reasonsOf(findings: readonly Finding[]): string[] {
  const odd = findings.filter(({ verdict }) => verdict !== 'equal');
  if (odd.length === 0) return ['Every value is equal.'];
  return [
    line(['line', 'race', 'whose', 'what', 'published', 'ours', 'why']),
    line(['---:', '---', '---', '---', '---:', '---:', '---']),
    ...odd.map((one) =>
      line([one.line, one.race, one.name, one.what, one.published, one.ours, one.why ?? 'not explained']),
    ),
  ];
}

const head = `# Proof

How far the boards agree with what was published. \`npm run proof\` writes this page from the recording of the European
Championships in Thialf, 12 January 2020, as its timing system sent it; the recording itself is not part of the project.
Every event is given to the engine as it came, and each published value is compared with the board of that moment:
times cut off to hundredths, ranks as they are. Rule ids are those of [rules.md](rules.md).
`;

export function proofDocument(findings: readonly Finding[], more: readonly string[]): string {
  return [
    head,
    ...tableOf(findings),
    '',
    '## Each that is not equal',
    '',
    ...reasonsOf(findings),
    '',
    '## Beside it',
    '',
    ...more,
    '',
  ].join('\n');
}
