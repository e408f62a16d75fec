// Starts and stops listening, with a sentence for every reason why a port cannot be had.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Why the server cannot listen; its message is for people. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** How long requests under way may take to end at a stop, before their connections are cut. */
export const stopWaitMs = 3000;

/** How often connections are looked at that were kept alive for a next request, which will not come. */
const idleLookMs = 50;

/** Listens on `port` of `host`, or of all interfaces; the port it got. */
export async function listen(server: Server, port: number, host?: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(new ListenError(sentence(error, port, host), { cause: error }));
    server.once('error', refuse);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', refuse);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

function sentence({ code, message }: NodeJS.ErrnoException, port: number, host?: string): string {
  if (code === 'EADDRINUSE') {
    return `port ${port} is taken by another program: stop that one, or choose another port with --port`;
  }
  if (code === 'EACCES') return `port ${port} may not be opened by this user: choose one above 1023 with --port`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `${host} is no address of this machine: leave out --host to listen on all of them`;
  }
  return `port ${port} cannot be opened: ${message}`;
}

/** Takes no more connections, lets requests under way end, and then cuts what is left. */
export async function stopListening(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), stopWaitMs);
  const look = setInterval(() => server.closeIdleConnections(), idleLookMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearTimeout(cut);
  clearInterval(look);
}
