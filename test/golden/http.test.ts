import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { startServer } from '../../server/commands/start-server.ts';
import type { Board } from '../../shared/board.ts';
import { tempFolder } from '../commands/splitcast.ts';
import { factsOf, meetOf, type Place, printed, shuffled } from './golden-race.ts';
import { officialSheets, whyAbsent } from './official-sheets.ts';

const dayUs = 86_400_000_000;

const places = officialSheets.map((official, index): typeof official & { place: Place } => ({
  ...official,
  place: { race: `golden-${index + 1}`, zeroUs: 1_790_000_000_000_000 + index * dayUs },
}));

it.skipIf(officialSheets.length === 0)(
  `[M10] all sheets through one server, mixed up and sent again, bibs and transponders shared (${whyAbsent})`,
  async () => {
    const journal = join(tempFolder(), 'golden.db');
    const server = await startServer({ port: 0, host: '127.0.0.1', journal, log: pino({ level: 'silent' }) });
    onTestFinished(() => server.close());
    const authorization = `Bearer ${server.tokens.add('golden', 'operator')}`;
    const send = async (method: string, path: string, type: string, body: string) => {
      const headers = { authorization, 'content-type': type };
      const answer = await fetch(server.url + path, { method, headers, body });
      return { status: answer.status, json: await answer.json() };
    };
    for (const { sheet, place } of places) {
      const meet = meetOf(sheet, place);
      const answer = await send('PUT', `/api/v1/meets/${meet.id}`, 'application/json', JSON.stringify(meet));
      expect(answer).toMatchObject({ status: 201 });
    }
    const all = places.flatMap(({ sheet, place }) => shuffled(factsOf(sheet, true, place), place.race));
    for (let from = 0; from < all.length; from += 700) {
      // 200 of them for the second time, as after an answer that got lost.
      const lines = all.slice(Math.max(0, from - 200), from + 700).map((fact) => JSON.stringify(fact));
      const answer = await send('POST', '/api/v1/facts', 'application/x-ndjson', lines.join('\n'));
      expect(answer).toMatchObject({ status: 200, json: { duplicates: Math.min(from, 200) } });
    }
    for (const { title, printed: expected, place } of places) {
      const answer = await fetch(`${server.url}/api/v1/races/${place.race}`);
      const { board } = (await answer.json()) as { board: Board };
      expect(printed(board), title).toEqual(expected);
      expect(board.race.status, title).toBe('official');
    }
  },
);
