// The recording as a section of the page: a table of what was compared, and each value that is not equal, with its reason.
import type { Finding, Verdict, What } from './compare.ts';
import { line } from './sources.ts';

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

/** The section of the recording, under the title of its source. */
export function thialfSection(title: string, findings: readonly Finding[], more: readonly string[]): string[] {
  return [
    '',
    `## ${title}`,
    '',
    'As its timing system sent it. Every event is given to the engine as it came, and each published value is compared with',
    'the board of that moment: times cut off to hundredths, ranks as they are.',
    '',
    ...tableOf(findings),
    '',
    ...reasonsOf(findings),
    '',
    'Beside it:',
    '',
    ...more,
  ];
}
