// The flag bits of a Vantage lap: what its operator did to it and whether it is the one shown.

const deleted = 0x10;
const present = 0x20;

export function isDeleted(flags: number): boolean {
  return (flags & deleted) !== 0;
}

/** Its operator, or the source he trusts, shows this reading of its crossing. */
export function isPresented(flags: number): boolean {
  return (flags & present) !== 0 && !isDeleted(flags);
}
