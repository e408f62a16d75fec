// Every meet of the demo; the first is what `npm start` plays.
import { allround } from './meets/allround.ts';
import { massStart } from './meets/mass-start.ts';
import { shortTrack } from './meets/short-track.ts';
import { sprintTrials } from './meets/sprint-trials.ts';
import { worldCup } from './meets/world-cup.ts';
import type { DemoMeet } from './programme.ts';

export const demoMeets: readonly [DemoMeet, ...DemoMeet[]] = [worldCup, massStart, shortTrack, sprintTrials, allround];
