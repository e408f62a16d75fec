// The pictures of docs/screens: every page at its sizes, in the moments of the demo meets in which they are taken.
import { allround } from '../../server/demo/meets/allround.ts';
import { massStart } from '../../server/demo/meets/mass-start.ts';
import { shortTrack } from '../../server/demo/meets/short-track.ts';
import { sprintTrials } from '../../server/demo/meets/sprint-trials.ts';
import { worldCup } from '../../server/demo/meets/world-cup.ts';
import { atDesk, choosing, onAir, typed } from './acts.ts';
import type { Moment } from './shot.ts';

const wide = [1920, 1080] as const;
const small = [1280, 720] as const;
const tall = [1080, 1920] as const;
const banner = [1920, 192] as const;
const phone = [390, 844] as const;
const laptop = [1280, 900] as const;
const desk = [1280, 800] as const;

export const gallery: readonly Moment[] = [
  {
    demo: worldCup,
    race: 'mass-start',
    seconds: 388,
    before: atDesk,
    shots: [
      { file: 'arena-mass-start', says: 'A mass start', path: '/arena?race={race}', size: small },
      {
        file: 'arena-mass-start-tall',
        says: 'A mass start, on a screen on its side',
        path: '/arena?race={race}',
        size: tall,
        language: 'nl',
      },
      {
        file: 'arena-mass-start-banner',
        says: 'A mass start, on a banner of LEDs',
        path: '/arena?race={race}',
        size: banner,
        theme: 'stadium',
      },
      {
        file: 'overlay-tower',
        says: 'Clock, tower and groups',
        path: '/overlay',
        size: wide,
        act: onAir('clock', 'tower', 'group'),
      },
      {
        file: 'overlay-sprint',
        says: 'A sprint',
        path: '/overlay',
        size: small,
        act: onAir('clock', { graphic: 'sprint', sprint: '3' }),
      },
      { file: 'overlay-needs', says: 'What each needs', path: '/overlay', size: small, act: onAir('clock', 'needs') },
      { file: 'commentator-mass-start', says: 'All of a race', path: '/commentator?race={race}', size: wide },
      {
        file: 'commentator-second-monitor',
        says: 'A second monitor: what each needs, and the story',
        path: '/commentator?race={race}&view=story',
        size: wide,
        language: 'nl',
        scale: 2 / 3,
      },
      {
        file: 'rundown',
        says: 'The rundown: list, preview, what is on air',
        path: '/rundown?race={race}',
        size: desk,
        act: choosing,
      },
      {
        file: 'lapcounter',
        says: 'The lap board',
        path: '/lapcounter?race={race}',
        size: small,
        theme: 'light',
        language: 'da',
      },
      { file: 'results-live', says: 'A race that is on', path: '/results?race={race}', size: phone, theme: 'light' },
      {
        file: 'console-race',
        says: 'The order of a sprint is entered',
        path: '/console?race={race}',
        size: desk,
        act: typed('s1 64 3 =43', 'confirm-line .asks'),
      },
      {
        file: 'console-dry-run',
        says: 'What a disqualification would change',
        path: '/console?race={race}',
        size: desk,
        theme: 'light',
        act: typed('dq 43 T25', 'confirm-line .about'),
      },
      { file: 'home', says: 'The first page', path: '/', size: desk, theme: 'light' },
      { file: 'home-phone', says: 'The first page, on a phone', path: '/', size: phone, language: 'da' },
      {
        file: 'screen-name',
        says: 'A screen asks once what it is called',
        path: '/screen',
        size: small,
        scale: 1 / 2,
        act: (page) => page.waitForSelector('name-form'),
      },
      { file: 'screen-hidden', says: 'A screen that is held back', path: '/screen/hidden', size: small, scale: 1 / 2 },
    ],
  },
  {
    demo: shortTrack,
    race: 'semi-final-1',
    seconds: 20,
    shots: [
      {
        file: 'arena-short-track',
        says: 'A heat of short track',
        path: '/arena?race={race}',
        size: small,
        theme: 'stadium',
      },
      {
        file: 'lapcounter-banner',
        says: 'Laps to go, on a banner of LEDs',
        path: '/lapcounter?race={race}',
        size: banner,
      },
    ],
  },
  {
    demo: sprintTrials,
    race: 'm1000-2',
    seconds: 47,
    shots: [
      { file: 'arena-pair', says: 'A pair', path: '/arena?race={race}', size: wide, theme: 'light', language: 'nl' },
      {
        file: 'overlay-pair',
        says: 'The split bug of a pair',
        path: '/overlay',
        size: wide,
        act: onAir('clock', 'tower', 'pair'),
      },
    ],
  },
  {
    demo: sprintTrials,
    race: 'm1000-2',
    seconds: 110,
    shots: [
      {
        file: 'arena-selection',
        says: 'Who goes to the Games',
        path: '/arena?meet={meet}&view=selection',
        size: small,
      },
      {
        file: 'results-selection',
        says: 'Who goes to the Games',
        path: '/results?meet={meet}',
        size: phone,
        language: 'nl',
        act: async (page) => {
          await page.click('.links ul:last-of-type a');
          await page.waitForSelector('selection-list');
        },
      },
    ],
  },
  {
    demo: allround,
    race: 'm10000-1',
    seconds: 560,
    shots: [
      { file: 'arena-quartet', says: 'A quartet', path: '/arena?race={race}', size: wide },
      {
        file: 'commentator-quartet',
        says: 'A quartet, on a large monitor',
        path: '/commentator?race={race}',
        size: [2560, 1440],
        theme: 'light',
        language: 'da',
        scale: 1 / 2,
      },
      {
        file: 'overlay-quartet-2160p',
        says: 'Four lanes',
        path: '/overlay',
        size: [3840, 2160],
        scale: 1 / 3,
        act: onAir('clock', 'pair'),
      },
      {
        file: 'arena-programme',
        says: 'The programme of the day',
        path: '/arena?meet={meet}&view=programme',
        size: small,
        theme: 'light',
        language: 'da',
      },
      { file: 'results-programme', says: 'The programme', path: '/results?meet={meet}', size: laptop, theme: 'light' },
      {
        file: 'results-allround',
        says: 'Standings of four distances, the last of them on',
        path: '/results?event={meet}.allround',
        size: phone,
      },
    ],
  },
  {
    demo: massStart,
    race: 'final',
    seconds: 528,
    before: ({ send, race }) => send('PUT', '/api/v1/screens/west', { view: 'result', race }),
    shots: [
      {
        file: 'arena-result',
        says: 'A result',
        path: '/arena?race={race}',
        size: wide,
        theme: 'stadium',
        language: 'da',
      },
      { file: 'results-race', says: 'A result', path: '/results?race={race}', size: laptop, language: 'da' },
      {
        file: 'results-print',
        says: 'The sheet on paper',
        path: '/results?race={race}',
        size: [794, 1123],
        theme: 'paper',
      },
      { file: 'overlay-result', says: 'A result', path: '/overlay', size: small, act: onAir('clock', 'result') },
      {
        file: 'overlay-lower-third',
        says: 'The lower third',
        path: '/overlay',
        size: small,
        act: onAir({ graphic: 'athlete', entry: 'bart-swings' }),
      },
      {
        file: 'screen-cut-off',
        says: 'A screen that is cut off says so, and keeps what it knows',
        path: '/screen/west',
        size: small,
        act: async (page, { cut }) => {
          await page.waitForSelector('connection-badge .live', { state: 'attached' });
          await cut();
          await page.waitForSelector('connection-badge .stale');
        },
      },
    ],
  },
];
