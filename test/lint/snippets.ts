// Snippets of code by the rule of docs/rules.md that they break or keep. The linter reads them in test/layers.test.ts.

type Refused = readonly [file: string, code: string, says: string];
type Allowed = readonly [file: string, code: string];

/** One line of code that a room must not hold, and a part of what the linter must say about it. */
export const refused = {
  X1: [
    ['shared/a.ts', "import { map } from 'rxjs'; map;", 'shared imports only zod'],
    ['shared/a.ts', "import { fold } from '../server/engine/fold.ts'; fold;", 'shared imports only zod'],
    ['shared/a.ts', 'export const now = Date.now();', 'global variable Date'],
  ],
  X2: [
    ['server/engine/race/a.ts', "import { z } from 'zod'; z;", 'engine imports only'],
    ['server/engine/race/a.ts', "import { readFileSync } from 'node:fs'; readFileSync;", 'engine imports only'],
    ['server/engine/race/a.ts', "import { of } from 'rxjs/operators'; of;", 'engine imports only'],
    ['server/engine/race/a.ts', "import { createHash } from 'node:crypto'; createHash;", 'engine imports only'],
    [
      'server/engine/race/a.ts',
      "import type { Journal } from '../../journal/journal.ts'; export type J = Journal;",
      'engine',
    ],
    ['server/engine/a.ts', "import { hub } from '../hub/hub.ts'; hub;", 'engine imports only'],
    ['server/engine/a.ts', "import { toBoards } from '../pipeline.ts'; toBoards;", 'engine imports only'],
    ['server/engine/a.ts', "import { interval } from 'rxjs'; interval;", 'no timer'],
    ['server/engine/a.ts', "import { shareReplay } from 'rxjs'; shareReplay;", 'no timer'],
    ['server/engine/a.ts', 'export const now = new Date();', 'global variable Date'],
    ['server/engine/a.ts', 'export const now = performance.now();', 'global variable performance'],
    ['server/engine/a.ts', 'setTimeout(() => undefined, 1);', 'global variable setTimeout'],
    ['server/engine/a.ts', 'setInterval(() => undefined, 1);', 'global variable setInterval'],
    ['server/engine/a.ts', 'export const lot = Math.random();', 'Nothing is random'],
    ['server/engine/a.ts', 'export const { random } = Math;', 'Nothing is random'],
    ['server/engine/a.ts', 'export const id = crypto.randomUUID();', 'global variable crypto'],
    ['server/engine/a.ts', 'export const home = process.env;', 'global variable process'],
    ['server/engine/a.ts', "export const page = fetch('/');", 'global variable fetch'],
  ],
  X3: [
    ['server/hub/a.ts', "import { fold } from '../engine/fold.ts'; fold;", 'hub knows'],
    ['server/hub/a.ts', "import type { Journal } from '../journal/journal.ts'; export type J = Journal;", 'hub knows'],
    ['server/hub/a.ts', "import { api } from '../http/api.ts'; api;", 'hub knows'],
    ['server/ingest/a.ts', "import type { Hub } from '../hub/hub.ts'; export type H = Hub;", 'ingest turns'],
    ['server/ingest/a.ts', "import { open } from '../journal/sqlite-journal.ts'; open;", 'only types'],
    ['server/journal/a.ts', "import { fold } from '../engine/fold.ts'; fold;", 'journal keeps'],
    ['server/journal/a.ts', "import type { Hub } from '../hub/hub.ts'; export type H = Hub;", 'journal keeps'],
    ['server/journal/a.ts', "import { api } from '../http/api.ts'; api;", 'journal keeps'],
    ['server/http/a.ts', "import { fold } from '../engine/fold.ts'; fold;", 'http is handed'],
    ['server/http/a.ts', "import { Hub } from '../hub/hub.ts'; Hub;", 'only types'],
    ['server/http/a.ts', "export { open } from '../journal/sqlite-journal.ts';", 'only types'],
    ['server/http/a.ts', "export const open = () => import('../journal/sqlite-journal.ts');", 'only types'],
    ['server/demo/a.ts', "import { Hub } from '../hub/hub.ts'; Hub;", 'demo is a producer'],
    ['server/startlist/a.ts', "import { readFileSync } from 'node:fs'; readFileSync;", 'startlist turns files'],
    [
      'server/startlist/a.ts',
      "import type { Door } from '../door/door.ts'; export type D = Door;",
      'startlist turns files',
    ],
    ['server/door/a.ts', "import { feed } from '../ingest/feed.ts'; feed;", 'door is the HTTP API seen from outside'],
  ],
  X4: [
    ['client/arena/a.ts', "import { boardSchema } from '../../shared/board.ts'; boardSchema;", 'only types'],
    ['client/arena/a.ts', "import { type Board } from '../../shared/board.ts'; export type B = Board;", 'only types'],
    ['client/arena/a.ts', "export { boardSchema } from '../../shared/board.ts';", 'only types'],
    ['client/arena/a.ts', "export const load = () => import('../../shared/board.ts');", 'only types'],
    ['client/kit/a.ts', "import { z } from 'zod'; z;", 'pages import'],
    ['client/kit/a.ts', "import { readFileSync } from 'node:fs'; readFileSync;", 'pages import'],
    ['client/kit/a.ts', "import { main } from '../../server/main.ts'; main;", 'pages import'],
  ],
  X5: [
    ['server/hub/a.ts', 'export default 1;', 'noDefaultExport'],
    ['server/hub/a.ts', "export * from './b.ts';", 'noReExportAll'],
    ['server/hub/a.ts', 'export const a: any = 1;', 'noExplicitAny'],
    ['server/hub/a.ts', 'export const b = (a?: string) => a!.length;', 'noNonNullAssertion'],
    ['server/hub/a.ts', "console.log('x');", 'noConsole'],
    ['server/hub/a.ts', 'async function f() {}\nfunction g() { f(); }\ng();', 'noFloatingPromises'],
    ['server/hub/a.ts', `export function f() {\n${'  f();\n'.repeat(71)}}`, 'noExcessiveLinesPerFunction'],
  ],
} as const satisfies Record<string, readonly Refused[]>;

/** What looks alike and is right. */
export const allowed = {
  X1: [['shared/a.ts', "import { z } from 'zod';\nimport { idSchema } from './words.ts';\n\nz.array(idSchema);"]],
  X2: [
    ['server/engine/race/a.ts', "import { map } from 'rxjs';\n\nmap;"],
    ['server/engine/race/a.ts', "import type { Board } from '../../../shared/board.ts';\n\nexport type B = Board;"],
    ['server/engine/race/a.ts', "import { laps } from '../race/laps.ts';\n\nlaps;"],
    ['server/engine/a.ts', "import { sha256 } from '@noble/hashes/sha2.js';\n\nsha256;"],
    ['server/engine/a.ts', 'export const cut = Math.trunc(1.5);'],
  ],
  X3: [
    ['server/http/a.ts', "import type { Hub } from '../hub/hub.ts';\n\nexport type H = Hub;"],
    ['server/startlist/a.ts', "import { parse } from 'csv-parse/sync';\n\nparse;"],
    ['server/hub/a.ts', "import { diff } from '../../shared/patch.ts';\n\ndiff;"],
    [
      'server/pipeline.ts',
      "import { fold } from './engine/fold.ts';\nimport { Hub } from './hub/hub.ts';\n\nfold;\nHub;",
    ],
    ['server/commands/a.ts', "import { Hub } from '../hub/hub.ts';\n\nHub;"],
  ],
  X4: [
    ['client/arena/a.ts', "import type { Board } from '../../shared/board.ts';\n\nexport type B = Board;"],
    ['client/kit/a.ts', "import { apply } from '../../shared/patch.ts';\n\napply;"],
    ['client/kit/a.ts', "import { formatTime } from '../../shared/format-time.ts';\n\nformatTime;"],
    ['client/kit/a.ts', "import { nationName } from '../../shared/nations.ts';\n\nnationName;"],
    [
      'client/kit/a.ts',
      "import { html } from 'lit';\nimport { repeat } from 'lit/directives/repeat.js';\n\nhtml;\nrepeat;",
    ],
  ],
} as const satisfies Record<string, readonly Allowed[]>;
