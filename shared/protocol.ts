// The numbers and names of the wire that both ends must agree on. What each limit does when reached is said beside it.

/** Raise the second number with every addition; a test hashes the schemas and fails where it was forgotten. */
export const protocolVersion = '1.1';

/** Only what breaks a v1 client changes this. */
export const subprotocol = 'splitcast.v1.json';

export const livePath = '/api/v1/live';

/** The server says something on every topic at least this often; a client that hears nothing for twice as long is stale. */
export const beatMs = 2000;

/** The longest delay a client may ask for, 2 minutes of memory for the server; `delayMs` is whole seconds. */
export const maxDelayMs = 120_000;

/** Close codes 4000 to 4499: come back; 4500 to 4999: do not. */
export const closeCodes = {
  /** The server is stopping; `bye` said when to come back. */
  goingAway: 4000,
  /** The server has as many sockets as it takes. */
  full: 4013,
  /** No pong for 15 s. */
  stalled: 4408,
  /** More messages than {@link limits} allow. */
  tooMany: 4429,
  /** A message that is not of the protocol. */
  badMessage: 4500,
  /** The subprotocol was not offered. */
  wrongProtocol: 4501,
} as const;

/** Limits of one socket; a message over `messageBytes` closes with 1009, over `messagesPerSecond` with 4429. */
export const limits = {
  messageBytes: 4096,
  messagesPerSecond: 50,
  subscriptions: 32,
} as const;
