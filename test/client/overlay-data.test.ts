// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { athleteData } from '../../client/overlay/athlete-graphic.ts';
import { clockData } from '../../client/overlay/clock-graphic.ts';
import { correctionData } from '../../client/overlay/correction-graphic.ts';
import { groupsData } from '../../client/overlay/group-graphic.ts';
import { needsData } from '../../client/overlay/needs-graphic.ts';
import { pairData } from '../../client/overlay/pair-graphic.ts';
import { resultData } from '../../client/overlay/result-graphic.ts';
import { sprintData } from '../../client/overlay/sprint-graphic.ts';
import { towerData } from '../../client/overlay/tower-graphic.ts';
import { captionDue, type Desk, graphics, optionOf, stepped, takeOf } from '../../client/rundown/choice.ts';
import type { AiredAlert } from '../../shared/aired.ts';
import type { Meet } from '../../shared/meet.ts';
import { graphicSchema } from '../../shared/on-air.ts';
import { finishedMassStart, runningMassStart, scheduledMassStart } from './fixtures.ts';
import { pair, quartet, standings } from './pair-fixtures.ts';

const running = runningMassStart(24);
const lanes = pair(1000, 2);

it('[B1][B8] the rundown has the graphics of the wire, and no other', () => {
  expect(graphics).toEqual(graphicSchema.options);
});

describe('data of graphics', () => {
  it('[B7] is plain JSON, and there is none while there is nothing to show', () => {
    const scheduled = scheduledMassStart(24);
    const all = [
      clockData({ board: running }),
      towerData({ board: running }),
      groupsData({ board: running }),
      sprintData({ board: running }, {}),
      pairData({ board: lanes }),
      athleteData({ board: lanes }, { entry: Object.keys(lanes.rows)[0] }),
      resultData({ board: finishedMassStart(24) }),
    ];
    for (const data of all) {
      expect(data).toBeDefined();
      expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(JSON.stringify(data ?? null)));
    }
    expect([groupsData({ board: scheduled }), resultData({ board: running }), needsData({ board: running })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(pairData({ board: running })).toBeUndefined();
    expect(athleteData({ board: running }, { entry: 'nobody' })).toBeUndefined();
  });

  it('[B7] a tower is the order on the ice with its groups, then the classification, against the clock the standings', () => {
    const tower = towerData({ board: running });
    expect(tower).toMatchObject({ kind: 'ice', lap: 9, laps: 16 });
    expect(tower?.rows.map(({ place }) => place)).toEqual(running.rows && Array.from({ length: 24 }, (_, n) => n + 1));
    expect(tower?.rows.filter(({ opens }) => opens).length).toBe(Object.keys(running.groups).length - 1);
    expect(towerData({ board: finishedMassStart(24) })?.kind).toBe('result');
    const clocked = towerData({ board: lanes, event: standings(1000) });
    expect(clocked?.kind).toBe('standings');
    expect(clocked?.rows.every(({ place }) => place !== undefined)).toBe(true);
    expect(towerData({ board: lanes })).toBeUndefined();
  });

  it('[B7] lanes have their last split, its rank and difference, and the time to beat', () => {
    const data = pairData({ board: lanes });
    expect(data?.lanes).toHaveLength(2);
    expect(data?.lanes[0]).toMatchObject({
      at: '600',
      split: { rank: 1, diffUs: expect.any(Number) },
      armband: 'white',
    });
    expect(data?.toBeat?.timeUs).toBe(Object.values(lanes.best).at(-1)?.timeUs);
    expect(pairData({ board: quartet(10000, 17) })?.lanes).toHaveLength(4);
  });

  it('[B7] of groups the foremost four are shown, and who is in the small ones', () => {
    const group = (size: number) => ({
      name: 'chase' as const,
      size,
      entries: Object.keys(running.rows).slice(0, size),
    });
    const groups = { 1: group(3), 2: group(6), 3: group(4), 4: group(7), 5: group(1) };
    const data = groupsData({ board: { ...running, groups } });
    expect(data?.groups.map(({ names }) => names.length)).toEqual([3, 6, 0, 0]);
  });

  it('[B7] a lower third has bests and note of the meet', () => {
    const [entry = '', row] = Object.entries(lanes.rows)[0] ?? [];
    const board = { ...lanes, rows: { ...lanes.rows, [entry]: { ...row!, athlete: 'a1' } } };
    const { race } = board;
    const entries = [{ id: entry, athlete: 'a1', pbUs: 66_730_000, sbUs: 67_210_000 }];
    const meet = {
      id: race.meet,
      athletes: [{ id: 'a1', note: 'At home' }],
      races: [{ id: race.id, event: race.event, entries }],
    };
    const data = athleteData({ board, meet: meet as unknown as Meet }, { entry });
    expect(data).toMatchObject({ name: row?.name, pbUs: 66_730_000, sbUs: 67_210_000, note: 'At home' });
  });
});

const alert: AiredAlert = {
  at: 2,
  output: 'main',
  graphic: 'result',
  race: 'r1',
  raceName: 'Final',
  airedUs: 1,
  changes: {
    b: { order: 2, name: 'B', fields: { rank: { before: 2, after: 1 } } },
    a: {
      order: 1,
      name: 'A',
      nation: 'NED',
      fields: { status: { before: '', after: 'DQ' }, rank: { before: 1, after: 9 } },
    },
  },
  cause: { code: 'ruling', values: { status: 'DQ' } },
  about: ['A'],
};

const desk = (alerts: Record<string, AiredAlert> = {}): Desk => ({
  board: running,
  aired: { alerts },
  asked: undefined,
});

describe('what is chosen', () => {
  it('[B8] a clock and a tower are of whatever is on, a result of its race; a page that stays with one says so', () => {
    expect(takeOf({ graphic: 'tower' }, desk())).toEqual({ graphic: 'tower' });
    expect(takeOf({ graphic: 'result' }, desk())).toEqual({ graphic: 'result', race: running.race.id });
    expect(takeOf({ graphic: 'clock' }, { ...desk(), asked: 'r7' })).toEqual({ graphic: 'clock', race: 'r7' });
  });

  it('[B8] skaters as they stand and sprints are stepped through, round and round', () => {
    const first = optionOf({ graphic: 'athlete' }, desk());
    const second = stepped({ graphic: 'athlete' }, desk(), 1);
    expect(running.rows[first ?? '']?.order).toBe(1);
    expect(running.rows[second.option ?? '']?.order).toBe(2);
    expect(stepped({ graphic: 'athlete', option: first }, desk(), -1).option).toBe(
      Object.keys(running.rows).find((entry) => running.rows[entry]?.order === 24),
    );
    expect(takeOf(stepped({ graphic: 'sprint' }, desk(), 1), desk())).toMatchObject({ graphic: 'sprint', sprint: '3' });
    expect(stepped({ graphic: 'clock' }, desk(), 1)).toEqual({ graphic: 'clock' });
  });

  it('[B23] a caption says the weightiest of whom the cause is about, as it was known, of the newest that has none', () => {
    expect(correctionData(alert)).toMatchObject({
      entry: 'a',
      name: 'A',
      field: 'rank',
      before: 1,
      after: 9,
      about: 'A',
    });
    expect(takeOf({ graphic: 'correction' }, desk())).toBeUndefined();
    const alerts = { old: { ...alert, at: 1 }, newest: { ...alert, at: 3, captioned: true as const }, due: alert };
    expect(captionDue(desk(alerts))).toMatchObject({
      graphic: 'correction',
      alert: 'due',
      latched: { data: { name: 'A' } },
    });
    expect(takeOf({ graphic: 'correction' }, desk(alerts))?.alert).toBe('newest');
    expect(captionDue(desk({ newest: alerts.newest }))).toBeUndefined();
  });
});
