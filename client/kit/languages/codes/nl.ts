// Nederlands: wat de codes zeggen die een formulier bij de overtreden regel zet.
import type { Code } from '../../code-words.ts';

export const labels: Readonly<Partial<Record<Code, string>>> = {
  T02: 'armband of ander kenteken niet of verkeerd gedragen',
  T04: 'valse start',
  T06: 'hinderde een ander door uit de baan te komen',
  T07: 'kwam over de lijn tussen de banen',
  T08: 'wisselde niet van baan, of niet op het wisselstuk',
  T09: 'hinderde de ander bij de wissel',
  T10: 'sneed de binnenlijn van de bocht af',
  T25: 'hinderde een andere rijder ernstig',
};
