// What a browser tab remembers of an operator: what he sent, how the alarms are set. Gone with the tab.
import { keep, recall } from '../kit/tab-memory.ts';
import type { Step } from './undo-stack.ts';

const stepsKey = 'splitcast.steps';
const alarmKey = 'splitcast.alarm';

export interface AlarmSettings {
  readonly afterS: number;
  readonly sound: boolean;
}

/** Longer than a slow field needs for a lap. */
const usual: AlarmSettings = { afterS: 60, sound: true };

export const memory = {
  get steps(): readonly Step[] {
    return recall<readonly Step[]>(stepsKey) ?? [];
  },
  set steps(steps: readonly Step[]) {
    keep(stepsKey, steps);
  },
  get alarm(): AlarmSettings {
    return recall<AlarmSettings>(alarmKey) ?? usual;
  },
  set alarm(settings: AlarmSettings) {
    keep(alarmKey, settings);
  },
};
