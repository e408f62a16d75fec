// How a source is: what a timekeeper must see at a glance. Knows no source in particular and asks no clock.

/** `connecting` also while it is tried again; `ended` is a recording that has come to its end. */
export type SourceState = 'connecting' | 'live' | 'away' | 'ended';

export interface Health {
  readonly state: SourceState;
  /** UTC microseconds of the last message. */
  readonly lastHeardUs?: number;
  readonly messages: number;
  readonly facts: number;
  /** By code, how often something was refused. */
  readonly refused: Readonly<Record<string, number>>;
  /** Why it is away. */
  readonly why?: string;
}

/** Codes come from us, but what a source says may be in them: no more than this many are kept apart. */
const codesMax = 50;
const otherCodes = 'other';

export const noHealth: Health = { state: 'connecting', messages: 0, facts: 0, refused: {} };

export function heard(health: Health, atUs: number, facts: number, refused: readonly { code: string }[]): Health {
  const { why: _, ...rest } = health;
  const counts = { ...health.refused };
  for (const { code } of refused) {
    const key = code in counts || Object.keys(counts).length < codesMax ? code : otherCodes;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return {
    ...rest,
    state: 'live',
    lastHeardUs: atUs,
    messages: health.messages + 1,
    facts: health.facts + facts,
    refused: counts,
  };
}

export function wentAway(health: Health, why: string): Health {
  return { ...health, state: 'away', why };
}
