// What the pages cost a slow computer: how soon each answers its user, and whether a screen that is on all day grows.
import { readdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { built } from '../built.ts';
import { BoardServer } from '../client/board-server.ts';
import { demoBoard } from '../screens/demo-board.ts';
import { quantile, type Row } from './row.ts';

const slowDown = 4;
const visits = 3;
/** A task as long as this keeps its user waiting; for so long after loading none may come. */
const quietMs = 2000;
const interactiveMostMs = 1000;

/** Twelve hours with a change every two seconds, ten of them within a frame or two. */
const changes = 21_600;
const perBurst = 10;
const burstMs = 34;
/** Seconds of the demo race that the day goes through again and again. */
const moments = Array.from({ length: 120 }, (_, n) => 30 + n * 4);
const growthMost = 1.1;
/** Every path has been taken by then, and what the browser learns of the code is learnt. */
const warmChanges = changes / 6;

/** From the request to the end of the last long task after the first words are painted; without cache or memory of a visit before. */
async function interactiveMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await page.goto(url);
    return await page.evaluate(
      (quiet) =>
        new Promise<number>((resolve) => {
          let readyMs = 0;
          const watcher = new PerformanceObserver((list) => {
            for (const { startTime, duration } of list.getEntries()) readyMs = Math.max(readyMs, startTime + duration);
          });
          for (const type of ['longtask', 'paint']) watcher.observe({ type, buffered: true });
          setTimeout(() => resolve(readyMs), quiet);
        }),
      quietMs,
    );
  } finally {
    await context.close();
  }
}

async function memoryOf(page: Page): Promise<{ readonly heap: number; readonly nodes: number }> {
  const devtools = await page.context().newCDPSession(page);
  // What the last frame still held is gone by the second time.
  for (let time = 0; time < 2; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes') };
}

async function dayOf(browser: Browser, server: BoardServer): Promise<Row[]> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(`${server.origin}/arena?race=r`);
  await page.waitForSelector('ice-order .line, result-sheet');
  const boards = moments.map(demoBoard);
  let early = { heap: 0, nodes: 0 };
  for (let change = 0; change < changes; change += 1) {
    server.put('race/r', boards[change % boards.length] as object);
    if (change % perBurst === 0) await page.waitForTimeout(burstMs);
    if (change === warmChanges) early = await memoryOf(page);
  }
  const late = await memoryOf(page);
  await page.close();
  const growth = late.heap / early.heap;
  return [
    {
      name: 'arena after 12 hours of changes, heap against after two',
      value: growth,
      unit: 'x',
      bar: `at most ${growthMost}`,
      met: growth <= growthMost && late.nodes <= early.nodes * growthMost,
    },
    { name: 'its heap then', value: late.heap / 1_000_000, unit: 'MB' },
  ];
}

/** Every page there is, with the demo race on. */
export async function pagesBench(): Promise<Row[]> {
  const pages = built('pages');
  const server = await BoardServer.start({ pages });
  server.put('race/r', demoBoard(388));
  server.put('now', { race: 'r', onIce: ['r'] });
  const executablePath = process.env.SPLITCAST_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const rows: Row[] = [];
  try {
    for (const entry of readdirSync(pages, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name === 'assets' || entry.name === 'flags') continue;
      const times: number[] = [];
      for (let visit = 0; visit < visits; visit += 1) {
        times.push(await interactiveMs(browser, `${server.origin}/${entry.name}?race=r`));
      }
      const value = quantile(times, 0.5);
      const name = `${entry.name} interactive, ${slowDown}x slower`;
      rows.push({ name, value, unit: 'ms', bar: `under ${interactiveMostMs}`, met: value < interactiveMostMs });
    }
    rows.push(...(await dayOf(browser, server)));
    return rows;
  } finally {
    await browser.close();
    await server.stop();
  }
}
