// English: what the codes say that a sheet prints for the rule that was broken.

export const labels = {
  T02: 'armband or other mark not worn, or wrongly',
  T04: 'false start',
  T06: 'hindered somebody by leaving his lane',
  T07: 'crossed the line between the lanes',
  T08: 'did not change lanes, or not where it is done',
  T09: 'obstructed the other while crossing',
  T10: 'cut the inner line of a curve',
  T25: 'badly obstructed another skater',
} as const;
