// A meet as small as it may be, and one that says everything.
export const smallestMeet = {
  id: 'wc1',
  name: 'World Cup 1',
  venue: 'Salt Lake City',
  dates: { from: '2025-11-14', to: '2025-11-16' },
  timeZone: 'America/Denver',
  events: [
    { id: 'ms-men', name: "Men's Mass Start", kind: 'massStart', track: { lapMetres: 384.67 } },
    { id: 'm1000', name: "Men's 1000 m", kind: 'pairs', distance: 1000, track: { lapMetres: 400 } },
  ],
  races: [{ id: 'ms-final', event: 'ms-men', name: 'Final', entries: [{ id: 'e1', name: "N'tab" }] }],
};

const rules = {
  guardUs: 14_000_000,
  firstGuardUs: 9_000_000,
  overdueUs: 1_500_000,
  groupGapUs: 2_000_000,
  story: { leadUs: 3_000_000, behindUs: 4_000_000, minLaps: 3 },
  protestUs: 900_000_000,
};

export const fullestMeet = {
  ...smallestMeet,
  country: 'USA',
  athletes: [
    { id: 'a1', name: 'Gélinas-Beaulieu', nation: 'CAN', club: 'CPV', junior: true, note: 'Fourth in 2022' },
    { id: 'a2', name: 'Schouten' },
  ],
  events: [
    {
      id: 'ms-men',
      name: "Men's Mass Start",
      kind: 'massStart',
      track: {
        lapMetres: 384.67,
        loops: [
          { id: 'finish', atMetres: 0 },
          { id: 'back', atMetres: 190 },
        ],
      },
      rules: {
        ...rules,
        laps: 10,
        scale: '2018',
        sprints: [{ lap: 4, points: [5, 3, 1] }, { lap: 8 }],
        finishPoints: [60, 40, 20],
        startBy: 'firstPassing',
        qualify: 8,
        falseStarts: 'skater',
        neutralLaps: 2,
      },
      rounds: [
        {
          id: 'semi',
          advance: [{ places: 8, to: 'final', mark: 'Q' }],
          fastest: { count: 1, place: 9, to: 'final', mark: 'q' },
        },
        { id: 'final', advance: [] },
      ],
      records: [{ mark: 'NR', timeUs: 440_000_000, nation: 'CAN', holder: 'Gélinas-Beaulieu', on: '2022-02-19' }],
      cup: 'A',
      medals: 3,
    },
    {
      id: 'm1000',
      name: "Men's 1000 m",
      kind: 'pairs',
      distance: 1000,
      track: { lapMetres: 400, loops: [{ id: 'finish', atMetres: 0 }] },
      rules: { ...rules, falseStarts: 'race', runs: 2, runsCount: 'sum' },
      medals: 3,
    },
    {
      id: 'm500',
      name: "Men's 500 m",
      kind: 'pairs',
      distance: 500,
      track: { lapMetres: 400, loops: [{ id: 'finish', atMetres: 0 }] },
      rules: { ...rules, falseStarts: 'race', runs: 1, runsCount: 'best' },
      cup: [3, 2, 1],
      medals: 1,
    },
  ],
  combined: [{ id: 'sprint', name: 'Sprint', of: ['m500', 'm1000'], medals: 3 }],
  selections: [
    {
      id: 'men',
      name: 'Men',
      kind: 'matrix',
      quota: 9,
      designated: 3,
      slots: [
        { event: 'm500', place: 1 },
        { designated: true, name: 'Mass start', athlete: 'a2' },
      ],
    },
    { id: 'best', name: 'Best', kind: 'bestOf', quota: 2, events: ['m500'], best: 1, points: 'A' },
    { id: 'fast', name: 'Fast', kind: 'standard', event: 'm1000', timeUs: 69_000_000, quota: 3 },
  ],
  timetable: [{ id: 'ice1', kind: 'ice', name: 'Ice', at: 1_763_000_000_000_000, durationUs: 900_000_000 }],
  nations: { CAN: { name: 'Canada', flag: false } },
  races: [
    {
      id: 'ms-final',
      event: 'ms-men',
      name: 'Final',
      round: 'final',
      run: 1,
      number: 7,
      scheduledAt: 1_763_000_000_000_000,
      cancelled: false,
      clockRate: 4,
      entries: [
        {
          id: 'e1',
          athlete: 'a1',
          name: 'GÉLINAS-BEAULIEU Antoine',
          nation: 'CAN',
          club: 'CPV',
          bib: '07',
          lane: 'inner',
          helmet: '3',
          armband: 'red',
          transponders: ['11', '12'],
          pbUs: 66_000_000,
          members: [{ id: 'a', athlete: 'a1', name: 'Li Dong', transponders: ['AA-9'] }],
          sbUs: 67_000_000,
          startGroup: '2',
          cupMark: 'N',
        },
      ],
    },
  ],
};
