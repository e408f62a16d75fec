// From a patch on the socket to the frame that shows it, by a computer four times as slow, from Chromium's own trace: what
// the page's main thread computes for it. Thread time, not wall time, so that another program on the machine counts little.
import { type Browser, chromium, type Page } from 'playwright-core';
import { built } from '../built.ts';
import { BoardServer } from '../client/board-server.ts';
import { iceOrder, runningMassStart } from '../client/fixtures.ts';
import { quantile, type Row } from './row.ts';

const slowDown = 4;
const skaters = 30;
const patches = 40;
/** Rows have glided to their places by then. */
const betweenMs = 600;
/** One frame at 60 Hz. */
const frameMs = 1000 / 60;
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `tdur` is what the thread computed of `dur`. */
  readonly ts?: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly dataLength?: number } };
}

type Task = Required<Pick<TraceEvent, 'ts' | 'dur' | 'tdur'>>;

const within = (task: Task, ts: number) => task.ts <= ts && ts <= task.ts + task.dur;

/** The milliseconds computed for each patch, and of each frame that shows nothing but the running clock. */
function costsOf(
  trace: readonly TraceEvent[],
  patchBytes: number,
): { readonly patches: number[]; readonly idle: number[] } {
  const thread = trace.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const own = trace.filter(({ pid, tid, ts }) => pid === thread?.pid && tid === thread.tid && ts !== undefined);
  own.sort((a, b) => (a.ts ?? 0) - (b.ts ?? 0));
  const tasks = own.filter(({ name, dur, tdur }) => name === 'RunTask' && dur !== undefined && tdur !== undefined);
  const frames = own.filter(({ name }) => name === 'Commit').map(({ ts = 0 }) => ts);
  const taskAt = (ts: number) => (tasks as unknown as Task[]).find((task) => within(task, ts));
  const costs = { patches: [] as number[], idle: [] as number[] };
  const showing = new Set<number>();
  for (const { name, ts = 0, args } of own) {
    if (name !== 'WebSocketReceive' || (args?.data?.dataLength ?? 0) < patchBytes) continue;
    const shown = frames.find((frame) => frame > ts);
    if (shown === undefined) continue;
    showing.add(shown);
    costs.patches.push(((taskAt(ts)?.tdur ?? 0) + (taskAt(shown)?.tdur ?? 0)) / 1000);
  }
  for (const frame of frames) if (!showing.has(frame)) costs.idle.push((taskAt(frame)?.tdur ?? 0) / 1000);
  return costs;
}

/** The first two change places and everybody's gap to them is another where `everybody`. */
function next(n: number, everybody: boolean) {
  const board = runningMassStart(skaters);
  const [first, second] = iceOrder(skaters) as [string, string];
  const placeOf = (entry: string, order: number) => {
    if (entry === first) return n % 2 === 1 ? 2 : 1;
    return entry === second ? (n % 2 === 1 ? 1 : 2) : order;
  };
  const rows = Object.entries(board.rows).map(([entry, row]) => {
    if (!everybody && entry !== first && entry !== second) return [entry, row];
    const order = placeOf(entry, row.order);
    return [entry, { ...row, order, position: order, gapUs: order * 137_000 + n * 11_000 }];
  });
  return { ...board, rows: Object.fromEntries(rows) };
}

async function traced(browser: Browser, page: Page, server: BoardServer, everybody: boolean) {
  await browser.startTracing(page, { categories });
  for (let n = 1; n <= patches; n += 1) {
    server.put('race/r', next(n, everybody));
    await page.waitForTimeout(betweenMs);
  }
  const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  return costsOf(trace.traceEvents, 150);
}

/** Two rows that change, and all of them, against a frame of the running clock. */
export async function paintBench(): Promise<Row[]> {
  const server = await BoardServer.start({ pages: built('pages') });
  server.put('race/r', runningMassStart(skaters));
  const executablePath = process.env.SPLITCAST_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(`${server.origin}/arena?race=r`);
    await page.waitForSelector('ice-order .line');
    await page.evaluate(() => document.fonts.ready);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    const two = await traced(browser, page, server, false);
    const all = await traced(browser, page, server, true);
    const row = (name: string, costs: readonly number[]): Row => {
      const value = quantile(costs, 0.5);
      return {
        name: `${name}, ${slowDown}x slower, median of ${costs.length}`,
        value,
        unit: 'ms',
        bar: 'under 16.7',
        met: value < frameMs,
      };
    };
    return [
      row(`patch to paint, 2 of ${skaters} rows`, two.patches),
      row(`patch to paint, all ${skaters} rows`, all.patches),
      { name: 'a frame of the running clock alone', value: quantile(two.idle, 0.5), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}
