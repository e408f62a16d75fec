// What a commentator set up once and finds again: columns, pinned skaters, sound, what the chart shows. Kept by the
// browser; a browser that keeps nothing, or kept nonsense, has the defaults.

/** Columns of the order that may be left out. */
export const columnNames = ['gap', 'interval', 'trend', 'lap', 'laps', 'best', 'points', 'time', 'club'] as const;
export type ColumnName = (typeof columnNames)[number];

export interface Prefs {
  readonly columns: readonly ColumnName[];
  /** Who stays on top: athletes where they are known, so that they are found in the next race too. */
  readonly pinned: readonly string[];
  readonly sound: boolean;
  readonly lines: 'groups' | 'riders';
}

export const defaults: Prefs = {
  columns: ['gap', 'interval', 'trend', 'lap', 'points'],
  pinned: [],
  sound: false,
  lines: 'groups',
};

const key = 'splitcast.commentator';

const texts = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;

/** Reads what was kept, field by field. */
export function readPrefs(text: string | null): Prefs {
  const kept = parsed(text);
  const columns = texts(kept.columns);
  return {
    columns: columns === undefined ? defaults.columns : columnNames.filter((name) => columns.includes(name)),
    pinned: texts(kept.pinned) ?? defaults.pinned,
    sound: kept.sound === true,
    lines: kept.lines === 'riders' ? 'riders' : 'groups',
  };
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Without one of them, or with it. */
export function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

export function loadPrefs(): Prefs {
  try {
    return readPrefs(localStorage.getItem(key));
  } catch {
    return defaults;
  }
}

export function savePrefs(prefs: Prefs): void {
  try {
    localStorage.setItem(key, JSON.stringify(prefs));
  } catch {
    // A browser that may keep nothing still shows everything.
  }
}
