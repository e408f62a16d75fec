// The meet of a secretary's day.

/** A quartet, a pair after it, and a selection with one place at the distance and one that is designated. */
export function quartetMeet(): object {
  const athletes = ['Ada Lee', 'Bo Ost', 'Kim Vos', 'Jan de Boer', 'Jorrit Bergsma'].map((name, i) => ({
    id: `a${i + 1}`,
    name,
  }));
  const entry = (n: number) => ({
    id: `e${n}`,
    athlete: `a${n}`,
    bib: String(n),
    lane: n % 2 === 1 ? 'inner' : 'outer',
    startGroup: n < 3 ? '1' : '2',
  });
  const scheduledAt = (Math.floor(Date.now() / 60_000) + 30) * 60_000_000;
  return {
    id: 'day',
    name: 'Day',
    venue: 'Ice',
    dates: { from: '2026-01-01', to: '2026-01-01' },
    timeZone: 'Europe/Amsterdam',
    athletes,
    events: [{ id: 'm500', kind: 'pairs', name: '500 m', track: { lapMetres: 400 }, distance: 500 }],
    races: [
      { id: 'q1', event: 'm500', name: 'Quartet 1', entries: [1, 2, 3, 4].map(entry) },
      { id: 'q2', event: 'm500', name: 'Pair 2', scheduledAt, entries: [{ ...entry(5), startGroup: '1' }] },
    ],
    selections: [
      {
        id: 'men',
        name: 'Men',
        kind: 'matrix',
        quota: 2,
        slots: [{ event: 'm500', place: 1 }, { designated: true }],
      },
    ],
  };
}
