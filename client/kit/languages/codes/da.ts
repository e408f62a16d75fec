// Dansk: hvad koderne siger, som et resultatark sætter ved den brudte regel.
import type { Code } from '../../code-words.ts';

export const labels: Readonly<Partial<Record<Code, string>>> = {
  T02: 'armbind eller andet mærke mangler eller sidder forkert',
  T04: 'tyvstart',
  T06: 'generede en anden ved at forlade sin bane',
  T07: 'krydsede linjen mellem banerne',
  T08: 'skiftede ikke bane, eller ikke på skiftestrækket',
  T09: 'generede den anden ved baneskiftet',
  T10: 'skar inderlinjen i et sving',
  T25: 'generede en anden løber groft',
};
