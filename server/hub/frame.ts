// One message of the live socket as the bytes that go on the wire: serialised once, written to any number of sockets.
// It knows RFC 6455 framing and nothing of topics or clients.
import type { ServerMessage } from '../../shared/wire.ts';

/** A pong that carries these bytes answers our ping; one that a client sends of itself does not. */
export const pingPayload = Buffer.from('splitcast');

const finText = 0x81;
const finPing = 0x89;
/** Lengths over 125 take two more bytes, over 65,535 eight more (RFC 6455, 5.2). */
const shortBytes = 125;
const mediumBytes = 0xffff;

function head(opcode: number, bytes: number): Buffer {
  if (bytes <= shortBytes) return Buffer.from([opcode, bytes]);
  const wide = bytes > mediumBytes;
  const result = Buffer.alloc(wide ? 10 : 4);
  result[0] = opcode;
  result[1] = wide ? 127 : 126;
  if (wide) result.writeBigUInt64BE(BigInt(bytes), 2);
  else result.writeUInt16BE(bytes, 2);
  return result;
}

/** The ping that follows a frame; alone only where there is no frame to follow. */
export const pingBytes: Buffer = Buffer.concat([head(finPing, pingPayload.length), pingPayload]);

/** A finished server frame, and the same with a ping behind it for the sockets whose turn it is to be asked. */
export class Frame {
  readonly bytes: Buffer;
  #withPing: Buffer | undefined;

  constructor(message: ServerMessage) {
    const payload = Buffer.from(JSON.stringify(message));
    this.bytes = Buffer.concat([head(finText, payload.length), payload]);
  }

  /** One buffer, so that the ping costs no write of its own. */
  get withPing(): Buffer {
    this.#withPing ??= Buffer.concat([this.bytes, pingBytes]);
    return this.#withPing;
  }
}
