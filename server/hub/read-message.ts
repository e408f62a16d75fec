// From the text a client sent to a message of the protocol, or one sentence about what is wrong with it.
import { type ClientMessage, clientMessageSchema } from '../../shared/wire.ts';

/** `unknown-message` is a kind that a newer protocol may know: refused, but no reason to part. */
export interface BadMessage {
  readonly ok: false;
  readonly code: 'bad-message' | 'unknown-message';
  readonly says: string;
}

const kinds: ReadonlySet<unknown> = new Set(clientMessageSchema.options.map(({ shape }) => shape.t.value));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 't' in value ? value.t : undefined;
}

/** The text of one text frame; a binary one is never a message. */
export function readMessage(text: string): { readonly ok: true; readonly message: ClientMessage } | BadMessage {
  const value = parse(text);
  const kind = kindOf(value);
  if (typeof kind !== 'string') {
    return { ok: false, code: 'bad-message', says: 'send one JSON object with a field t in a text frame' };
  }
  if (!kinds.has(kind)) {
    return { ok: false, code: 'unknown-message', says: `this server knows ${[...kinds].join(', ')}` };
  }
  const result = clientMessageSchema.safeParse(value);
  if (result.success) return { ok: true, message: result.data };
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') ?? '';
  return { ok: false, code: 'bad-message', says: `${kind}: ${field} ${issue?.message ?? 'is not of the protocol'}` };
}
