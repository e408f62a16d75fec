// What a browser tab remembers of an operator: his token, what he sent, how the alarms are set. Gone with the tab.
import type { Step } from './undo-stack.ts';

const tokenKey = 'splitcast.token';
const stepsKey = 'splitcast.steps';
const alarmKey = 'splitcast.alarm';

export interface AlarmSettings {
  readonly afterS: number;
  readonly sound: boolean;
}

/** Longer than a slow field needs for a lap. */
const usual: AlarmSettings = { afterS: 60, sound: true };

function read<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** A full or forbidden storage costs the memory of a reload, nothing else. */
function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The page goes on with what it has.
  }
}

export const memory = {
  get token(): string | undefined {
    return read<string>(tokenKey);
  },
  set token(token: string | undefined) {
    if (token === undefined) sessionStorage.removeItem(tokenKey);
    else keep(tokenKey, token);
  },
  get steps(): readonly Step[] {
    return read<readonly Step[]>(stepsKey) ?? [];
  },
  set steps(steps: readonly Step[]) {
    keep(stepsKey, steps);
  },
  get alarm(): AlarmSettings {
    return read<AlarmSettings>(alarmKey) ?? usual;
  },
  set alarm(settings: AlarmSettings) {
    keep(alarmKey, settings);
  },
};
