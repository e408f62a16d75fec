// Puts the rooms together to a server that runs: journal, pipeline, hub, HTTP. For the commands, tests and benches.
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { AirWatch } from '../air-watch.ts';
import { createApp } from '../http/app.ts';
import { createMetrics, type Gauged } from '../http/metrics.ts';
import { Hub } from '../hub/hub.ts';
import { attachLive } from '../hub/ws-adapter.ts';
import { openAir } from '../journal/air-store.ts';
import { openAired } from '../journal/aired-store.ts';
import { systemClock } from '../journal/clock.ts';
import type { Journal } from '../journal/journal.ts';
import { openScreens } from '../journal/screen-store.ts';
import { openSqliteJournal } from '../journal/sqlite-journal.ts';
import { openTokens, type Tokens } from '../journal/tokens.ts';
import { listen, stopListening } from '../listen.ts';
import { Outputs } from '../outputs.ts';
import { type Pipeline, startPipeline } from '../pipeline.ts';
import { builtPagesFolder } from '../project.ts';
import { Screens } from '../screens.ts';
import { Tapes } from '../tapes.ts';

export interface ServerOptions {
  /** 0: any free one. */
  readonly port: number;
  /** All interfaces where absent. */
  readonly host?: string;
  /** The journal's file, made where there is none. */
  readonly journal: string;
  readonly log: Logger;
  readonly pagesFolder?: string;
  /** The folder of the sponsors' pictures. */
  readonly sponsors?: string;
}

export interface RunningServer {
  readonly port: number;
  /** `http://localhost:<port>`, or of the host it listens on. */
  readonly url: string;
  readonly hub: Hub;
  readonly journal: Journal;
  readonly tokens: Tokens;
  /** Says `bye` to every screen, answers what is under way, and lets go of the journal. Once is enough. */
  close(): Promise<void>;
}

/** What `bye` tells screens: a restart takes about this long, and they retry anyway. */
const retryMs = 1000;

/**
 * Starts a server; resolves when it listens and every board is made. Throws JournalFileError or ListenError, with a
 * sentence for people, and then leaves nothing behind.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log } = options;
  const nowUs = systemClock();
  const journal = openSqliteJournal(options.journal, { nowUs });
  const letGo: (() => void)[] = [() => journal.close()];
  const letGoOfAll = () => {
    for (const one of letGo.splice(0).reverse()) one();
  };
  try {
    const tokens = openTokens(options.journal, { nowUs });
    letGo.push(() => tokens.close());
    const store = openScreens(options.journal, { nowUs });
    letGo.push(() => store.close());
    const air = openAir(options.journal);
    letGo.push(() => air.close());
    const airedStore = openAired(options.journal);
    letGo.push(() => airedStore.close());
    const made: { pipeline?: Pipeline; screens?: Screens; outputs?: Outputs; airWatch?: AirWatch } = {};
    const make = (topic: string) =>
      made.screens?.make(topic) ??
      made.outputs?.make(topic) ??
      made.airWatch?.make(topic) ??
      made.pipeline?.make(topic);
    const hub = new Hub({ epoch: journal.epoch, nowUs, make });
    const screens = new Screens(store, hub, nowUs);
    made.screens = screens;
    letGo.push(() => screens.stop());
    const outputs = new Outputs(air, hub, nowUs);
    made.outputs = outputs;
    const trouble = (err: unknown) => log.warn({ err }, 'what was aired is not kept across a restart');
    const airWatch = new AirWatch({ hub, nowUs, store: airedStore, trouble });
    made.airWatch = airWatch;
    letGo.push(() => airWatch.stop());
    const startedMs = performance.now();
    // Before the port is open: a screen that comes back must find its topic, not an empty server.
    const pipeline = startPipeline(journal, outputs.before(hub), nowUs);
    outputs.upTo(nowUs());
    made.pipeline = pipeline;
    letGo.push(() => pipeline.stop());
    log.info({ lastSeq: journal.lastSeq, ms: Math.round(performance.now() - startedMs) }, 'boards are made');

    let ready = true;
    const tapes = new Tapes(journal, pipeline.meetOf);
    const app = createApp({
      journal,
      topics: hub,
      tape: (topic, atUs) => tapes.of(topic, atUs),
      document: pipeline.document,
      startList: (race) => pipeline.startList(race),
      screens,
      onAir: outputs,
      authenticate: (token) => tokens.find(token),
      preview: (facts) => pipeline.foresee(facts),
      ready: () => ready,
      metrics: createMetrics(gauges(hub, journal)),
      pagesFolder: options.pagesFolder ?? builtPagesFolder,
      ...(options.sponsors !== undefined && { sponsorsFolder: resolve(options.sponsors) }),
      log,
    });
    const server = createServer(app);
    const live = attachLive(server, hub, { authenticate: (token) => tokens.find(token) });
    const port = await listen(server, options.port, options.host);
    const close = async () => {
      ready = false;
      // While the outputs are still there.
      airWatch.look();
      hub.stop(retryMs);
      await Promise.all([live.close(), stopListening(server)]);
      letGoOfAll();
      log.info('stopped');
    };
    let closing: Promise<void> | undefined;
    const url = `http://${urlHost(options.host)}:${port}`;
    return { port, url, hub, journal, tokens, close: () => (closing ??= close()) };
  } catch (error) {
    letGoOfAll();
    throw error;
  }
}

function urlHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function gauges(hub: Hub, journal: Journal): readonly Gauged[] {
  return [
    { name: 'splitcast_sockets', help: 'Live sockets connected', read: () => hub.stats.sockets },
    { name: 'splitcast_sockets_stalled', help: 'Live sockets that do not read', read: () => hub.stats.stalled },
    {
      name: 'splitcast_frames_sent',
      help: 'Frames handed to live sockets since the start',
      read: () => hub.stats.frames,
    },
    { name: 'splitcast_bytes_sent', help: 'Bytes of these frames', read: () => hub.stats.bytes },
    { name: 'splitcast_topics', help: 'Topics with a state, boards among them', read: () => hub.stats.topics },
    { name: 'splitcast_last_seq', help: 'The newest seq of the journal', read: () => journal.lastSeq },
  ];
}
