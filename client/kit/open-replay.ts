// A page that shows the past: the tape of its race, fetched once, and the bar that moves through it. Other races it asks
// for are shown as they were then, each from its own tape.
import { Replay } from './replay.ts';
import { ScrubBar } from './scrub-bar.ts';
import { readFrames, Tape } from './tape.ts';

async function ask(path: string): Promise<Response | undefined> {
  const answer = await fetch(`/api/v1/${path}`).catch(() => undefined);
  return answer?.ok === true ? answer : undefined;
}

/** What came until then; undefined where there is nothing of a race. */
async function tapeOf(race: string, untilUs: number): Promise<Tape | undefined> {
  const answer = await ask(`races/${encodeURIComponent(race)}/tape`);
  const frames = answer === undefined ? [] : readFrames(await answer.text());
  const tape = new Tape(frames.filter(({ at }) => at <= untilUs));
  return tape.length === 0 ? undefined : tape;
}

/** The race that is on, by a picture so late; from now on the address names it. */
async function raceOnNow(asked: URLSearchParams, delayMs: number): Promise<string | undefined> {
  const now = (await (await ask(`now?delayMs=${delayMs}`))?.json()) as { race?: string; onIce?: string[] } | undefined;
  const race = now?.race ?? now?.onIce?.at(-1);
  if (race === undefined) return undefined;
  asked.set('race', race);
  history.replaceState(null, '', `?${asked}`);
  return race;
}

/**
 * The replay of the race that is asked for, with its bar on the page; undefined where there is no tape. Where a picture
 * is late, so is its past: what came since is not in it.
 */
export async function openReplay(asked: URLSearchParams, atUs: number, delayMs: number): Promise<Replay | undefined> {
  // The browser's clock, which a late picture can do with; one that is not late needs none.
  const untilUs = delayMs === 0 ? Number.POSITIVE_INFINITY : (Date.now() - delayMs) * 1000;
  const race = asked.get('race') ?? (await raceOnNow(asked, delayMs));
  const tape = race === undefined ? undefined : await tapeOf(race, untilUs);
  if (race === undefined || tape === undefined) return undefined;
  const replay = new Replay(tape, `race/${race}`, atUs, undefined, async (topic) => {
    const [kind, id] = topic.split('/');
    return kind === 'race' && id !== undefined ? tapeOf(id, untilUs) : undefined;
  });
  const bar = new ScrubBar();
  bar.race = race;
  bar.replay = replay;
  document.body.append(bar);
  return replay;
}
