import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { boardSchema } from '../../shared/board.ts';
import { eventStateSchema, meetStateSchema } from '../../shared/meet-state.ts';
import { apply, diff } from '../../shared/patch.ts';
import { eventState, fullestBoard, fullestRow, meetState, smallestBoard, smallestRow } from './board-forms.ts';
import { refusals } from './issues.ts';

const no = (board: unknown) => refusals(boardSchema, board);
const withRow = (row: object) => ({ ...smallestBoard, rows: { e1: row } });

/** Every object inside a state by its path, the state itself first. */
function objectsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : [path];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => objectsOf(inner, [...path, key]))];
}

/** Every field inside a state by its path. */
function fieldsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...fieldsOf(inner, [...path, key])]);
}

function put(state: object, path: string[], value: unknown): object {
  const copy = structuredClone(state);
  const parent = path.slice(0, -1).reduce((inner, key) => inner[key] as never, copy as Record<string, never>);
  Object.assign(parent, { [path.at(-1)!]: value });
  return copy;
}

const states: [string, z.ZodType, object][] = [
  ['race', boardSchema, fullestBoard],
  ['meet', meetStateSchema, meetState],
  ['event', eventStateSchema, eventState],
];

describe('forms', () => {
  it.each([
    ['the smallest board', boardSchema, smallestBoard],
    ['a board of the smallest row', boardSchema, withRow(smallestRow)],
    ['a board of the fullest row', boardSchema, withRow(fullestRow)],
    ...states,
  ] as const)('[C7] %s keeps its schema, letter for letter', (_title, schema, state) => {
    expect((schema as z.ZodType).parse(state)).toEqual(state);
  });

  it.each(Object.keys(smallestBoard))('[C7] a board always has %s', (field) => {
    const { [field as keyof typeof smallestBoard]: _left, ...rest } = smallestBoard;
    expect(no(rest)).toEqual([field]);
  });

  it.each(Object.keys(smallestRow))('[C7] a row always has %s', (field) => {
    const { [field as keyof typeof smallestRow]: _left, ...rest } = smallestRow;
    expect(no(withRow(rest))).toEqual([`rows.e1.${field}`]);
  });

  it('[C8] a patch brings the smallest board to the fullest and back', () => {
    expect(apply<object>(smallestBoard, diff(smallestBoard, fullestBoard))).toEqual(fullestBoard);
    expect(apply<object>(fullestBoard, diff(fullestBoard, smallestBoard))).toEqual(smallestBoard);
  });
});

describe('absent, never null', () => {
  const everyField = states.flatMap(([topic, schema, state]) =>
    fieldsOf(state).map((path) => [topic, path.join('.'), schema, put(state, path, null)] as const),
  );
  it.each(everyField)('[C9] in the state of a %s, %s is never null', (_topic, path, schema, state) => {
    const named = refusals(schema, state);
    expect(named.length).toBeGreaterThan(0);
    expect(named.every((name) => path.startsWith(name))).toBe(true);
  });
});

describe('closed shapes', () => {
  // Tables by id take any id; what they hold is closed, and so is everything else.
  const open =
    /^(clock|course|rows|best|groups|sprints|log|conditions|events|races|standings)$|splits$|points$|marks$|values$|pending(\.e1)?$/;
  const closed = states.flatMap(([topic, schema, state]) =>
    objectsOf(state)
      .map((path) => path.join('.'))
      .filter((path) => !open.test(path))
      .map(
        (path) =>
          [topic, path || 'the top', schema, put(state, [...(path ? path.split('.') : []), 'bogus'], {})] as const,
      ),
  );
  it.each(closed)('[C7] in the state of a %s, %s holds no field it does not know', (_topic, _path, schema, state) => {
    expect(refusals(schema, state)).toEqual([expect.stringMatching(/bogus$/)]);
  });
});

describe('numbers', () => {
  it.each(['order', 'position', 'rank', 'group', 'falseStarts'])('[C7] %s starts at 1', (field) => {
    expect(no(withRow({ ...fullestRow, [field]: 1 }))).toEqual([]);
    expect(no(withRow({ ...fullestRow, [field]: 0 }))).toEqual([`rows.e1.${field}`]);
  });
  it.each(['timeUs', 'lapUs', 'gapUs', 'intervalUs', 'laps', 'lapsDown'])('[C4] %s is a whole number', (field) => {
    expect(no(withRow({ ...fullestRow, [field]: 0.5 }))).toEqual([`rows.e1.${field}`]);
    expect(no(withRow({ ...fullestRow, [field]: Number.MAX_SAFE_INTEGER + 1 }))).toEqual([`rows.e1.${field}`]);
  });
  it('[C7] points are whole and never negative', () => {
    expect(no(withRow({ ...fullestRow, points: { total: 1, s1: -1 } }))).toEqual(['rows.e1.points.s1']);
    expect(no(withRow({ ...fullestRow, points: { s1: 1 } }))).toEqual(['rows.e1.points.total']);
  });
  it('[C5] a sprint nobody has reached has an empty order', () => {
    const sprint = { lap: 4, points: [3, 2, 1], state: 'ahead', order: [] };
    expect(no({ ...smallestBoard, sprints: { '1': sprint } })).toEqual([]);
  });
});
