import { expect, it } from 'vitest';
import type { Context } from '../../../client/console/outcome.ts';
import type { OutgoingFact } from '../../../client/console/send.ts';
import { TypedLine } from '../../../client/console/typed-line.ts';
import { console_, context } from './context.ts';

/** What the second of two lines is previewed upon, typed while the first is on its way; that is stored as number 30. */
async function secondUpon(meanwhile: Context['console']): Promise<unknown[]> {
  let now: Context = context;
  let ids = 0;
  const previewed: OutgoingFact[] = [];
  let store = (_: { ok: true; lastSeq: number }) => {};
  let sent = () => {};
  const asked = new Promise<void>((resolve) => {
    sent = resolve;
  });
  const desk = {
    preview: async (facts: readonly OutgoingFact[]) => {
      previewed.push(...facts);
      return { ok: true as const, patches: {} };
    },
    send: () =>
      new Promise<{ ok: true; lastSeq: number }>((resolve) => {
        store = resolve;
        sent();
      }),
    tell: async () => ({ ok: true as const }),
  };
  const line = new TypedLine({
    desk,
    newId: () => `desk-${++ids}`,
    context: () => now,
    act: () => undefined,
    changed: () => undefined,
    memory: { steps: [] },
  });
  line.type('bell');
  const first = line.enter();
  await asked;
  line.type('dq 7 T25');
  now = { ...context, console: meanwhile };
  store({ ok: true, lastSeq: 30 });
  await first;
  await line.enter();
  return previewed.map((fact) => ('after' in fact ? fact.after : undefined));
}

it('[K23] a line begun while the one before is on its way is decided upon what that stored', async () => {
  const own = { seq: 30, at: 1, by: 'Desk', fact: { kind: 'bell' } };
  const meanwhile = { ...console_, seq: 30, decisions: { ...console_.decisions, 'desk-1': own } };
  expect(await secondUpon(meanwhile)).toEqual([30]);
});

it('[K13][K23] but not upon what another operator decided in between', async () => {
  const theirs = { seq: 29, at: 1, by: 'Desk B', fact: { kind: 'ruling', entry: 'e7', status: 'YC' } };
  const meanwhile = { ...console_, seq: 30, decisions: { ...console_.decisions, theirs } };
  expect(await secondUpon(meanwhile)).toEqual([console_.seq]);
});
