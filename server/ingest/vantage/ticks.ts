// The times of Vantage events: .NET ticks of 100 ns, and instants as ISO text with up to seven decimals.

const ticksPerUs = 10;
const instantPattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/;

/** Ticks as microseconds, cut off. */
export function usOfTicks(ticks: number): number {
  return Math.trunc(ticks / ticksPerUs);
}

/** `2020-01-12T14:22:54.9041819Z` as UTC microseconds, cut off; an instant without a zone is UTC. */
export function usOfInstant(text: string): number | undefined {
  const match = instantPattern.exec(text);
  if (match === null) return undefined;
  const [, whole, decimals = '', zone = 'Z'] = match;
  const ms = Date.parse(`${whole}${zone}`);
  return Number.isNaN(ms) ? undefined : ms * 1000 + Number(decimals.padEnd(6, '0').slice(0, 6));
}
