import { expect, it } from 'vitest';
import { Frame, pingBytes, pingPayload } from '../../server/hub/frame.ts';
import { decode } from './pair.ts';

/** An error message whose JSON is exactly so many bytes. */
function frameOf(bytes: number): Frame {
  const empty = JSON.stringify({ t: 'error', code: 'c', says: '' }).length;
  return new Frame({ t: 'error', code: 'c', says: 'x'.repeat(bytes - empty) });
}

it.each([
  [60, 2],
  [125, 2],
  [126, 4],
  [65_535, 4],
  [65_536, 10],
  [200_000, 10],
])('[W24] a payload of %i bytes has a head of %i', (bytes, head) => {
  const frame = frameOf(bytes);
  expect(frame.bytes.length).toBe(bytes + head);
  const decoded = decode(frame.bytes);
  expect(decoded).toHaveLength(1);
  expect(decoded[0]).toMatchObject({ opcode: 0x81 });
  expect(JSON.parse(decoded[0]!.payload.toString()).t).toBe('error');
});

it('[W24] lengths are of bytes, not of characters', () => {
  const says = '浅田 真央 ⛸️'.repeat(20);
  const [frame] = decode(new Frame({ t: 'error', code: 'c', says }).bytes);
  expect(JSON.parse(frame!.payload.toString()).says).toBe(says);
});

it('[W16] a ping stands whole behind the frame it follows', () => {
  const frame = frameOf(300);
  expect(decode(frame.withPing)).toEqual([...decode(frame.bytes), { opcode: 0x89, payload: pingPayload }]);
  expect(decode(pingBytes)).toEqual([{ opcode: 0x89, payload: pingPayload }]);
});

it('[W7] the same bytes are given however often they are asked for', () => {
  const frame = frameOf(300);
  expect(frame.withPing).toBe(frame.withPing);
});
