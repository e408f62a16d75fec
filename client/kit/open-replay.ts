// A page that shows the past: every topic it asks for from its own tape, fetched once, as it was at one moment, and the bar
// that moves through it.
import type { MeetState, Now } from '../../shared/meet-state.ts';
import { words } from './messages.ts';
import { addressAt } from './moment-link.ts';
import { Replay } from './replay.ts';
import { ScrubBar } from './scrub-bar.ts';
import { spanOf } from './span.ts';
import { readFrames, Tape } from './tape.ts';

type TapeOf = (topic: string) => Promise<Tape | undefined>;

/** Where the tape of a topic is. What is on air, screens and consoles have none: they are of now. */
function pathOf(topic: string, atUs: number): string | undefined {
  const [kind, id = ''] = topic.split('/').map(encodeURIComponent);
  if (kind === 'now') return `now/tape?at=${atUs}`;
  if (kind === 'race' || kind === 'event' || kind === 'meet') return `${kind}s/${id}/tape`;
  return kind === 'selection' ? `meets/${id}/selection/tape` : undefined;
}

/** What came until then; undefined where there is nothing. */
async function fetched(path: string, untilUs: number): Promise<Tape | undefined> {
  const answer = await fetch(`/api/v1/${path}`).catch(() => undefined);
  const frames = answer?.ok === true ? readFrames(await answer.text()) : [];
  const tape = new Tape(frames.filter(({ at }) => at <= untilUs));
  return tape.length === 0 ? undefined : tape;
}

function tapesAt(atUs: number, untilUs: number): TapeOf {
  const tapes = new Map<string, Promise<Tape | undefined>>();
  return async (topic) => {
    const path = pathOf(topic, atUs);
    if (path === undefined) return undefined;
    const tape = tapes.get(topic) ?? fetched(path, untilUs);
    tapes.set(topic, tape);
    return tape;
  };
}

/** What the bar moves through: the race that is asked for, else the one that was on, else what was on. */
async function topicOf(asked: URLSearchParams, atUs: number, tapeOf: TapeOf): Promise<string> {
  const race = asked.get('race');
  if (race !== null) return `race/${race}`;
  const meet = asked.get('meet');
  const topic = meet === null ? 'now' : `meet/${meet}`;
  const tape = await tapeOf(topic);
  const state = tape?.state(Math.max(0, tape.indexAt(atUs))) as Now | MeetState | undefined;
  const now = state !== undefined && 'now' in state ? state.now : state;
  const on = now?.race ?? now?.onIce.at(-1);
  return on === undefined ? topic : `race/${on}`;
}

/** A link to another moment of the past leads to the one that is shown by then. */
function keepMoment(replay: Replay): void {
  const moved = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link === null || link.origin !== location.origin) return;
    if (new URL(link.href).searchParams.has('at')) link.href = addressAt(link.href, replay.clock.nowUs());
  };
  for (const type of ['click', 'auxclick']) addEventListener(type, moved, true);
}

/** The first who looks back at a long day waits until its tapes are made, and is told. */
async function whileTold<T>(work: Promise<T>): Promise<T> {
  const note = document.createElement('p');
  note.className = 'looking-back';
  note.setAttribute('role', 'status');
  note.textContent = `${words('past')} …`;
  document.body.append(note);
  return work.finally(() => note.remove());
}

/**
 * The replay of the moment `at`, in microseconds on the server's clock; undefined where it is no moment, or nothing is on
 * tape. Where a picture is late, so is its past: what came since is not in it.
 */
export async function openReplay(
  asked: URLSearchParams,
  delayMs: number,
  withBar: boolean,
): Promise<Replay | undefined> {
  const wantedUs = Number(asked.get('at') || Number.NaN);
  if (!Number.isSafeInteger(wantedUs) || wantedUs < 0) return undefined;
  const nowUs = (Date.now() - delayMs) * 1000;
  const atUs = Math.min(wantedUs, nowUs);
  // The browser's clock, which a late picture can do with; one that is not late needs none.
  const tapeOf = tapesAt(atUs, delayMs === 0 ? Number.POSITIVE_INFINITY : nowUs);
  const looked = topicOf(asked, atUs, tapeOf).then(async (topic) => ({ topic, tape: await tapeOf(topic) }));
  const { topic, tape } = await (withBar ? whileTold(looked) : looked);
  if (tape === undefined) return undefined;
  const replay = new Replay({ tape, topic, atUs, span: spanOf(tape, atUs), tapeOf });
  keepMoment(replay);
  if (withBar) {
    const bar = new ScrubBar();
    bar.replay = replay;
    document.body.append(bar);
  }
  return replay;
}
