// From a fact handed to the journal to the frame written to a screen's socket: a durable commit, the whole race of 24
// computed again, and the patch; on a real file, with a socket that only notes the time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hub } from '../../server/hub/hub.ts';
import type { LiveSocket } from '../../server/hub/live-socket.ts';
import { systemClock } from '../../server/journal/clock.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { startPipeline } from '../../server/pipeline.ts';
import { massStartDrafts, massStartMeet24 } from './mass-start-facts.ts';
import { quantile, type Row } from './row.ts';

/** A screen that notes when it was last written to. */
class NotingSocket implements LiveSocket {
  readonly gone = false;
  readonly waitingBytes = 0;
  writtenMs = 0;
  readonly sink = {
    write: () => {
      this.writtenMs = performance.now();
      return true;
    },
  };

  close(): void {}
}

/** Longer than the hub conflates: every fact finds a screen that may be written to at once. */
const pauseMs = 45;

/** Sends the last `facts` readings of a race one by one, with the race before them in the journal. */
export async function factToFrameBench({ facts }: { facts: number }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'splitcast-bench-'));
  const nowUs = systemClock();
  const journal = openSqliteJournal(join(folder, 'bench.db'), { nowUs });
  try {
    const hub = new Hub({ epoch: journal.epoch, nowUs });
    const pipeline = startPipeline(journal, hub);
    await journal.putMeet(massStartMeet24, 0, 'bench');
    const drafts = massStartDrafts('ms-1', Date.now() * 1000);
    await journal.append(drafts.slice(0, -facts), 'bench');
    const socket = new NotingSocket();
    const session = hub.connect(socket);
    session.receive(JSON.stringify({ t: 'sub', topic: 'race/ms-1' }));
    const spans: number[] = [];
    for (const draft of drafts.slice(-facts)) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      socket.writtenMs = 0;
      const began = performance.now();
      await journal.append([draft], 'bench');
      // A reading that changes nothing on the board (the second ankle) is written to nobody.
      if (socket.writtenMs > 0) spans.push(socket.writtenMs - began);
    }
    pipeline.stop();
    hub.stop(0);
    return [
      { name: 'fact accepted to frame written, p50', value: quantile(spans, 0.5), unit: 'ms' },
      {
        name: 'fact accepted to frame written, p99',
        value: quantile(spans, 0.99),
        unit: 'ms',
        bar: 'under 5',
        met: quantile(spans, 0.99) < 5,
      },
    ];
  } finally {
    journal.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
