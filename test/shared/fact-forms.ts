// Every kind of fact in its smallest and its fullest form, as a producer sends it.
import type { FactDraft, FactKind } from '../../shared/facts.ts';

type Forms = { readonly [K in FactKind]: { readonly smallest: object; readonly fullest: object } };

const at = 1_763_000_000_000_000;
const decided = { at, source: 'desk', after: 12 };
const ofRace = { id: 'f1', race: 'ms-final' };
const ofTarget = { id: 'f1', target: 'f0' };
const reading = { id: 'f1', at, source: 'decoder-1' };

const fullRace = { ...ofRace, ...decided };
const fullTarget = { ...ofTarget, race: 'ms-final', ...decided };

export const forms: Forms = {
  start: { smallest: reading, fullest: { ...reading, race: 'ms-final', group: 'inner' } },
  passing: {
    smallest: { ...reading, loop: 'finish', how: 'transponder' },
    fullest: {
      ...reading,
      race: 'ms-final',
      loop: 'finish',
      transponder: 'FS-12345',
      entry: 'e7',
      lane: 'outer',
      how: 'photo',
      elapsedUs: 34_370_000,
      seq: 0,
      speed: 14.2,
      strength: -60,
      hits: 12,
      raw: '@ABC 1 2 3',
    },
  },
  sync: {
    smallest: { id: 'f1', of: 'decoder-1', offsetUs: -1500 },
    fullest: { ...fullRace, of: 'decoder-1', offsetUs: 0 },
  },
  arm: { smallest: ofRace, fullest: { ...fullRace, fromUs: at } },
  close: { smallest: ofRace, fullest: { ...fullRace, toUs: at } },
  clear: { smallest: { ...ofRace, reason: 'fall' }, fullest: { ...fullRace, reason: 'falseStart', upTo: at } },
  falseStart: { smallest: { ...ofRace, entry: 'e7' }, fullest: { ...fullRace, entry: 'e7' } },
  retract: { smallest: ofTarget, fullest: fullTarget },
  restore: { smallest: ofTarget, fullest: fullTarget },
  amend: { smallest: ofTarget, fullest: { ...fullTarget, toAt: at, toEntry: 'e8' } },
  present: { smallest: ofTarget, fullest: fullTarget },
  announce: { smallest: ofTarget, fullest: fullTarget },
  assign: {
    smallest: { id: 'f1', transponder: '12345', entry: 'e7' },
    fullest: { ...fullRace, transponder: '12345', entry: 'e7', member: 'm2' },
  },
  entry: {
    smallest: { ...ofRace, entry: 'e7' },
    fullest: {
      ...fullRace,
      entry: 'e7',
      athlete: 'a7',
      name: "Sanne in 't Hof",
      nation: 'NED',
      club: 'Team Reggeborgh',
      bib: '07',
      lane: 'inner',
      helmet: '5',
      armband: 'white',
      transponders: ['12345', '12346'],
      pbUs: 34_370_000,
      startGroup: '2',
      cupMark: 'N',
      members: [{ id: 'a', athlete: 'lidong', name: 'Li Dong', transponders: ['AA-9'] }],
      sbUs: 34_800_000,
      scratched: false,
      added: true,
    },
  },
  sprint: {
    smallest: { ...ofRace, sprint: 1, order: [['e1']] },
    fullest: { ...fullRace, sprint: 2, order: [['e1'], ['e2', 'e3']] },
  },
  finish: { smallest: { ...ofRace, order: [['e1']] }, fullest: { ...fullRace, order: [['e1', 'e2'], ['e3']] } },
  handtime: {
    smallest: { ...ofRace, entry: 'e7', watches: [34_400_000] },
    fullest: { ...fullRace, entry: 'e7', watches: [34_400_000, 34_500_000, 34_450_000] },
  },
  ruling: {
    smallest: { ...ofRace, entry: 'e7', status: 'DQ' },
    fullest: { ...fullRace, entry: 'e7', status: 'ADV', code: 'T25', note: 'Obstructed by 12', held: true },
  },
  length: { smallest: { ...ofRace, laps: 15 }, fullest: { ...fullRace, laps: 15, timesValid: false } },
  bell: { smallest: { ...ofRace, lap: 15 }, fullest: { ...fullRace, lap: 15 } },
  reaction: {
    smallest: { ...ofRace, entry: 'e7', reactionUs: 142_000 },
    fullest: { ...fullRace, entry: 'e7', reactionUs: -20_000 },
  },
  programme: {
    smallest: { id: 'f1', meet: 'm1' },
    fullest: { id: 'f1', meet: 'm1', ...decided, show: 'ms-final', auto: true, delayUs: 600_000_000 },
  },
  designate: {
    smallest: { id: 'f1', meet: 'm1', selection: 'women', slot: 2 },
    fullest: { id: 'f1', meet: 'm1', ...decided, selection: 'women', slot: 2, athlete: 'schouten' },
  },
  official: { smallest: { ...ofRace, signer: 'A. Referee' }, fullest: { ...fullRace, signer: 'A. Referee' } },
  reopen: { smallest: ofRace, fullest: { ...fullRace, signer: 'A. Referee' } },
  conditions: {
    smallest: { ...ofRace, when: 'start' },
    fullest: { ...fullRace, when: 'end', airDeciC: 121, iceDeciC: -64, humidityPercent: 43 },
  },
  officials: { smallest: ofRace, fullest: { ...fullRace, referee: 'A. Referee', starter: 'B. Starter' } },
  protest: {
    smallest: { ...ofRace, by: 'NED', about: 'Obstruction in lap 3' },
    fullest: { ...fullRace, by: 'NED', about: '', untilUs: at, state: 'upheld' },
  },
};

/** Kind, form, and the fact itself. */
export const allForms = Object.entries(forms).flatMap(([kind, { smallest, fullest }]) => [
  [kind, 'smallest', { kind, ...smallest } as FactDraft] as const,
  [kind, 'fullest', { kind, ...fullest } as FactDraft] as const,
]);
