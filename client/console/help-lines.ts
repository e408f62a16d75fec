// Everything that can be typed and pressed, as the help sheet shows it; a test holds that nothing is missing. Pure.
import type { CommandName } from './commands.ts';
import type { HelpLabel } from './help-words.ts';
import type { KeyAct } from './page-keys.ts';

export interface HelpLine {
  readonly line: string;
  readonly says: HelpLabel;
  /** The commands it is about. */
  readonly of: readonly CommandName[];
}

const line = (text: string, says: HelpLabel, ...of: readonly CommandName[]): HelpLine => ({ line: text, says, of });

export const helpLines: readonly (readonly [title: HelpLabel, lines: readonly HelpLine[]])[] = [
  [
    'helpRace',
    [
      line('arm [4]', 'helpArm', 'arm'),
      line('gun [2]', 'helpGun', 'gun'),
      line('clear false|fall|stopped|test', 'helpClear', 'clear'),
      line('close', 'helpClose', 'close'),
      line('official Jansen', 'helpOfficial', 'official'),
      line('reopen', 'helpReopen', 'reopen'),
      line('laps 15 [invalid]', 'helpLaps', 'laps'),
      line('bell [16]', 'helpBell', 'bell'),
    ],
  ],
  [
    'helpOrders',
    [
      line('s1 12 7 =3 5', 'helpSprint', 'sprint'),
      line('fin 12 7 =3 5', 'helpFin', 'fin', 'finish'),
      line('hand 12 34.51 34.48 34.55', 'helpHand', 'hand'),
    ],
  ],
  [
    'helpRulings',
    [
      line('dq 12 T02 note', 'helpDq', 'dq'),
      line('dns dnf wdr pen', 'helpOut', 'dns', 'dnf', 'wdr', 'pen'),
      line('yc rc', 'helpCards', 'yc', 'rc'),
      line('adv ada adb', 'helpAdvanced', 'adv', 'ada', 'adb'),
      line('lapped ok', 'helpLapped', 'lapped', 'ok'),
      line('fs 12', 'helpFs', 'fs'),
      line('hold dq 12 T02', 'helpHold', 'hold'),
      line('announce [12]', 'helpAnnounce', 'announce'),
    ],
  ],
  [
    'helpReadings',
    [
      line('12', 'helpBib'),
      line('give 12', 'helpGive', 'give'),
      line('move +0.05 | 7:42.97', 'helpMove', 'move'),
      line('drop', 'helpDrop', 'drop'),
      line('back', 'helpBack', 'back'),
      line('show', 'helpShow', 'show'),
      line('ins 12 7:42.97 | now', 'helpIns', 'ins', 'insert'),
      line('assign 12345 7', 'helpAssign', 'assign'),
      line('swap 12 14', 'helpSwap', 'swap'),
      line('find [12]', 'helpFind', 'find'),
    ],
  ],
  [
    'helpSheet',
    [
      line('air 12.3 ice -6.1 hum 38', 'helpConditions', 'air', 'ice', 'hum'),
      line('referee Jansen starter Smit', 'helpOfficials', 'referee', 'starter'),
      line('set 12 lane outer bib 14', 'helpSet', 'set'),
      line('protest NED: what until 15:42', 'helpProtest', 'protest'),
      line('protest NED rejected', 'helpVerdict', 'protest'),
    ],
  ],
  [
    'helpMeet',
    [
      line('late 10', 'helpLate', 'late'),
      line('on 3 | auto', 'helpOn', 'on'),
      line('des 6 Bergsma | none', 'helpDesignate', 'des'),
      line('go 3 | auto', 'helpGo', 'go'),
      line('screen west view result', 'helpScreen', 'screen'),
    ],
  ],
  [
    'helpRest',
    [
      line('undo | redo', 'helpUndo', 'undo', 'redo'),
      line('quiet', 'helpQuiet', 'quiet'),
      line('help', 'keyHelp', 'help'),
    ],
  ],
];

/** What each key of the page does. */
export const keyLines: Readonly<Record<KeyAct, readonly [keys: string, says: HelpLabel]>> = {
  line: ['a … z  /', 'keyLine'],
  enter: ['Enter', 'keyEnter'],
  leave: ['Esc', 'keyLeave'],
  down: ['↓', 'keyDown'],
  up: ['↑', 'keyUp'],
  undo: ['Ctrl+Z', 'keyUndo'],
  redo: ['Ctrl+Shift+Z', 'keyRedo'],
  help: ['?', 'keyHelp'],
};
