// What a desk tells of a race besides its rows: its sheet, the programme, and the slots the federation designates. Pure.
import type { Board } from '../../shared/board.ts';
import type { MeetState } from '../../shared/meet-state.ts';
import type { SelectionsState } from '../../shared/selection-state.ts';
import { timeOfDay } from '../kit/dates.ts';
import { words } from '../kit/messages.ts';
import { footTexts } from '../kit/sheet-foot.ts';
import { say } from './console-words.ts';

/** The states it is told of. */
export interface Told {
  readonly board: Board;
  readonly meet?: MeetState | undefined;
  readonly selections?: SelectionsState | undefined;
}

type Line = readonly [what: string, text: string];

/** Between what is told on one line. */
export const gap = ' · ';

/** Minutes late with their sign, or nothing where the programme is on time. */
function lateText(delayUs: number | undefined): string {
  const minutes = Math.round((delayUs ?? 0) / 60_000_000);
  return minutes === 0 ? '' : say('lateBy', { minutes: minutes > 0 ? `+${minutes}` : minutes });
}

function sheetLines(
  { conditions = {}, officials, protests = {} }: Board,
  timeZone: string | undefined,
): readonly Line[] {
  const { start, end } = conditions;
  const claims = Object.values(protests).sort((a, b) => a.order - b.order);
  return [
    [say('kind.officials'), footTexts({ officials }).join(gap)],
    [say('when.start'), start === undefined ? '' : footTexts({ conditions: { start } }).join(gap)],
    [say('when.end'), end === undefined ? '' : footTexts({ conditions: { end } }).join(gap)],
    ...claims.map(({ by, about, state, untilUs }): Line => {
      const until = untilUs === undefined ? '' : say('untilTime', { time: timeOfDay(untilUs, timeZone) });
      return [
        say('protestOf', { by }),
        [say(`protest.${state}`), until, about].filter((part) => part !== '').join(gap),
      ];
    }),
  ];
}

/** What is called up, what comes next and when, and what everybody is shown where that was chosen. */
function programmeLines({ meet, races, now }: MeetState): readonly Line[] {
  const named = (id: string | undefined) => (id === undefined ? '' : (races[id]?.name ?? id));
  const next = now.next === undefined ? undefined : races[now.next];
  const at = next?.expectedAt ?? next?.scheduledAt;
  const when = at === undefined ? '' : timeOfDay(at, meet.timeZone);
  return [
    [say('shownToAll'), now.chosen === true ? named(now.race) : ''],
    [say('calledUp'), named(now.called)],
    [words('next'), [when, lateText(now.delayUs), named(now.next)].filter((part) => part !== '').join(gap)],
  ];
}

function slotLines({ selections }: SelectionsState): readonly Line[] {
  return Object.values(selections).flatMap(({ name, slots = {} }) =>
    Object.entries(slots).flatMap(([slot, { designated, athleteName }]): Line[] =>
      designated === true ? [[say('slotOf', { slot, name }), athleteName ?? say('slotOpen')]] : [],
    ),
  );
}

/** What is told, by what it is; of what nobody has said anything there is no line. */
export function toldOf({ board, meet, selections }: Told): readonly Line[] {
  const lines = [
    ...sheetLines(board, meet?.meet.timeZone),
    ...(meet === undefined ? [] : programmeLines(meet)),
    ...(selections === undefined ? [] : slotLines(selections)),
  ];
  return lines.filter(([, text]) => text !== '');
}
