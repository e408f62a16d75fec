// A page that shows the past: the tape of its race, fetched once, and the bar that moves through it.
import { Replay } from './replay.ts';
import { ScrubBar } from './scrub-bar.ts';
import { readFrames, Tape } from './tape.ts';

/** The replay of a race with its bar on the page; undefined where there is no tape. */
export async function replayOf(race: string, atUs: number): Promise<Replay | undefined> {
  const answer = await fetch(`/api/v1/races/${encodeURIComponent(race)}/tape`).catch(() => undefined);
  if (answer?.ok !== true) return undefined;
  const tape = new Tape(readFrames(await answer.text()));
  if (tape.length === 0) return undefined;
  const replay = new Replay(tape, `race/${race}`, atUs);
  const bar = new ScrubBar();
  bar.replay = replay;
  document.body.append(bar);
  return replay;
}
