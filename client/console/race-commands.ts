// Commands on the race as a whole: its window, gun, length, bell, orders and signature. Pure: words to facts.
import { say } from './console-words.ts';
import { orderText, typedOrder } from './finish-order.ts';
import { atOnce, type Context, facts, type Outcome, wrong } from './outcome.ts';
import { raceOf } from './screen-commands.ts';
import { nameOf, whoOf } from './who.ts';

const reasons = {
  false: 'falseStart',
  falsestart: 'falseStart',
  fall: 'fall',
  stopped: 'stopped',
  test: 'test',
} as const;

/** The source of what is read by eye at this desk. */
export const desk = 'console';

function ordinalOf(word: string | undefined): number | undefined {
  const number = Number(word);
  return Number.isInteger(number) && number >= 1 && number <= 9999 ? number : undefined;
}

/** This race, or another one that is called up from here. */
export function arm([word]: readonly string[], context: Context): Outcome {
  if (word === undefined) return atOnce([{ kind: 'arm', race: context.race }], 'saysArm');
  const race = raceOf(word, context);
  if (race === undefined) return wrong('noSuchRace', { word });
  return atOnce([{ kind: 'arm', race }], 'saysArmRace', { race: context.meet?.races[race]?.name ?? race });
}

/** As the engine has it: whoever has no start group is of the first. */
const onlyGroup = '1';

/** The start groups of a race (L8), in order; a race that is no quartet has one. */
function groupsOf({ rows }: Context['board']): readonly string[] {
  return [...new Set(Object.values(rows).map(({ startGroup = onlyGroup }) => startGroup))].sort();
}

/** The gun of the named group, or of a quartet's next one that has none yet. */
export function gun([word]: readonly string[], { race, nowUs, board }: Context): Outcome {
  if (nowUs === undefined) return wrong('noTimeYet');
  const groups = groupsOf(board);
  if (word !== undefined && !groups.includes(word)) return wrong('noSuchGroup', { word, groups: groups.join(', ') });
  const isGone = (one: string) => board.clock[one]?.startUs !== undefined;
  const group = word ?? groups.find((one) => !isGone(one));
  const shot = { kind: 'start' as const, race, at: nowUs, source: desk };
  if (groups.length < 2) {
    const isAgain = Object.values(board.clock).some(({ startUs }) => startUs !== undefined);
    return isAgain ? facts([shot], 'saysGunAgain') : atOnce([shot], 'saysGun');
  }
  if (group === undefined) return wrong('gunNeedsGroup', { groups: groups.join(', ') });
  const ofGroup = [{ ...shot, group }];
  return isGone(group) ? facts(ofGroup, 'saysGunAgainOf', { group }) : atOnce(ofGroup, 'saysGunOf', { group });
}

export function clear([word = '']: readonly string[], { race }: Context): Outcome {
  const reason = Object.entries(reasons).find(([name]) => word !== '' && name.startsWith(word.toLowerCase()))?.[1];
  return reason === undefined
    ? wrong('clearNeedsReason')
    : facts([{ kind: 'clear', race, reason }], 'saysClear', { reason: say(`reason.${reason}`) });
}

export function close(_: readonly string[], { race }: Context): Outcome {
  return facts([{ kind: 'close', race }], 'saysClose');
}

export function official(words: readonly string[], { race, board }: Context): Outcome {
  const signer = words.join(' ') || (board.officials?.referee ?? '');
  if (signer === '') return wrong('officialNeedsSigner');
  return facts([{ kind: 'official', race, signer }], 'saysOfficial', { signer });
}

export function reopen(words: readonly string[], { race }: Context): Outcome {
  const signer = words.join(' ');
  return facts([{ kind: 'reopen', race, ...(signer !== '' && { signer }) }], 'saysReopen');
}

export function length([word, mark]: readonly string[], { race }: Context): Outcome {
  const laps = ordinalOf(word);
  if (laps === undefined) return wrong('lengthNeedsLaps');
  const invalid = mark !== undefined && 'invalid'.startsWith(mark);
  return facts(
    [{ kind: 'length', race, laps, ...(invalid && { timesValid: false }) }],
    invalid ? 'saysLengthInvalid' : 'saysLength',
    { laps },
  );
}

/** Without a lap it is the last one's. */
export function bell([word]: readonly string[], { race, board }: Context): Outcome {
  const lap = word === undefined ? board.laps.total : ordinalOf(word);
  if (lap === undefined || lap < 1) return wrong('bellNeedsLap');
  return atOnce([{ kind: 'bell', race, lap }], 'saysBell', { lap });
}

/** What is wrong with an order as typed, or undefined. */
function faultOf(words: readonly string[], { board }: Context): Outcome | undefined {
  const { order, nobody, twice } = typedOrder(words, board.rows);
  const soFar = orderText(order, board.rows);
  if (nobody !== undefined) return wrong('orderNobody', { word: nobody, soFar });
  if (twice !== undefined) return wrong('orderTwice', { who: nameOf(twice, board.rows), soFar });
  return order.length === 0 ? wrong('orderNeedsBibs') : undefined;
}

const listed = (words: readonly string[], { board }: Context) =>
  typedOrder(words, board.rows).order.map((tied) => [...tied]);

export function sprint([word, ...bibs]: readonly string[], context: Context): Outcome {
  const { race, board } = context;
  const number = ordinalOf(word);
  if (number === undefined || board.sprints[number] === undefined) return wrong('noSuchSprint', { word: word ?? '' });
  if (board.sprints[number].finish === true) return finish(bibs, context);
  const fault = faultOf(bibs, context);
  if (fault !== undefined) return fault;
  const order = listed(bibs, context);
  return facts([{ kind: 'sprint', race, sprint: number, order }], 'saysSprint', {
    sprint: number,
    order: orderText(order, board.rows),
  });
}

export function finish(bibs: readonly string[], context: Context): Outcome {
  const fault = faultOf(bibs, context);
  if (fault !== undefined) return fault;
  const order = listed(bibs, context);
  return facts([{ kind: 'finish', race: context.race, order }], 'saysFinish', {
    order: orderText(order, context.board.rows),
  });
}

export function falseStart([word = '']: readonly string[], { race, board }: Context): Outcome {
  const entry = whoOf(word, board.rows);
  if (entry === undefined) return wrong('nobody', { word });
  return facts([{ kind: 'falseStart', race, entry }], 'saysFalseStart', { who: nameOf(entry, board.rows) });
}
