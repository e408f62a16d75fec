import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { airedStateSchema, outputsStateSchema } from '../../shared/aired.ts';
import { boardSchema } from '../../shared/board.ts';
import { consoleStateSchema } from '../../shared/console-state.ts';
import { factDraftSchema } from '../../shared/facts.ts';
import { meetSchema } from '../../shared/meet.ts';
import { eventStateSchema, meetStateSchema } from '../../shared/meet-state.ts';
import { onAirStateSchema } from '../../shared/on-air.ts';
import { closeCodes, protocolVersion, subprotocol } from '../../shared/protocol.ts';
import { screenStateSchema, screensStateSchema } from '../../shared/screen.ts';
import { selectionsStateSchema } from '../../shared/selection-state.ts';
import { sourcesStateSchema } from '../../shared/sources-state.ts';
import { clientMessageSchema, serverMessageSchema } from '../../shared/wire.ts';

// The package is CommonJS but types itself as an ES module.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string;

/** What each number of the protocol stood for. Lines are added; a line that was published never changes. */
const pinned: Record<string, string> = {
  '1.0': 'a79fd55ad7bbf1f47bf8b08ecb6ea177679cc9491c0f7945e97e44cd3f9b3cb9',
  '1.1': '388e2ee0fead33314f30393f1580ca07cae49d34b676edc8b0db7465124d0218',
};

const contract = {
  aired: airedStateSchema,
  board: boardSchema,
  client: clientMessageSchema,
  console: consoleStateSchema,
  event: eventStateSchema,
  fact: factDraftSchema,
  meet: meetSchema,
  meetState: meetStateSchema,
  onAir: onAirStateSchema,
  outputs: outputsStateSchema,
  screen: screenStateSchema,
  screens: screensStateSchema,
  selections: selectionsStateSchema,
  server: serverMessageSchema,
  sources: sourcesStateSchema,
};

function hashOf(schemas: Record<string, z.ZodType>): string {
  const documents = Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]);
  return createHash('sha256')
    .update(canonicalize(Object.fromEntries(documents)))
    .digest('hex');
}

describe('the number of the protocol', () => {
  it('[C11] a schema of the wire changes only together with its number', () => {
    const hash = hashOf(contract);
    expect(
      pinned[protocolVersion],
      `The schemas of the wire are not those of protocol ${protocolVersion}. If the change is meant: raise the second ` +
        `number of protocolVersion in shared/protocol.ts, say in CHANGELOG.md what is new, and add ${hash} for it here. ` +
        'If a client of version 1 would break, it needs a new subprotocol instead.',
    ).toBe(hash);
  });

  it('[C11] no two numbers stand for the same schemas, and the newest is the one in use', () => {
    expect(new Set(Object.values(pinned)).size).toBe(Object.keys(pinned).length);
    expect(Object.keys(pinned).at(-1)).toBe(protocolVersion);
  });

  it('[C11] the slightest change of a schema changes the hash', () => {
    const touched = clientMessageSchema.options.map((option) => option.extend({ later: z.string().optional() }));
    expect(hashOf({ ...contract, client: z.union(touched) })).not.toBe(hashOf(contract));
    expect(hashOf({ ...contract, board: boardSchema.partial({ officials: true }) })).toBe(hashOf(contract));
    expect(hashOf({ ...contract, board: boardSchema.partial({ log: true }) })).not.toBe(hashOf(contract));
  });

  it('[C11] the subprotocol carries the first number', () => {
    expect(subprotocol).toBe(`splitcast.v${protocolVersion.split('.')[0]}.json`);
  });
});

it('[C13] a close code says whether to come back: below 4500 yes, from there on no', () => {
  const { badMessage, wrongProtocol, ...comeBack } = closeCodes;
  for (const code of Object.values(comeBack)) expect(code).toSatisfy((n: number) => n >= 4000 && n < 4500);
  for (const code of [badMessage, wrongProtocol]) expect(code).toSatisfy((n: number) => n >= 4500 && n < 5000);
  expect(new Set(Object.values(closeCodes)).size).toBe(Object.keys(closeCodes).length);
});
