// The numbers of shared/protocol.ts that a page needs. Pages take only types from shared, so they stand here again;
// a test holds them equal.

export const livePath = '/api/v1/live';
export const subprotocol = 'splitcast.v1.json';

/** The server says something on every topic at least this often. */
export const beatMs = 2000;

/** The longest delay a server gives, in seconds. */
export const mostDelayS = 120;

/** Close codes from here to {@link lastFinalCode} mean: do not come back. */
export const firstFinalCode = 4500;
export const lastFinalCode = 4999;
