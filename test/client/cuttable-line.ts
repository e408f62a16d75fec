// A network cable between a screen and its server that can be cut: a TCP proxy. Cut, it takes connections and bytes and
// forwards nothing, as a dead switch does; what the kernel kept goes on when it is mended.

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

export class CuttableLine {
  port = 0;
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  readonly #waiting: Socket[] = [];
  readonly #toPort: () => number;
  #isCut = false;

  /** Leads to the port that `toPort` names when a connection is made. */
  static async to(toPort: () => number): Promise<CuttableLine> {
    const line = new CuttableLine(toPort);
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    line.port = (line.#server.address() as AddressInfo).port;
    return line;
  }

  private constructor(toPort: () => number) {
    this.#toPort = toPort;
    this.#server = createServer((near) => {
      this.#keep(near);
      if (this.#isCut) this.#waiting.push(near.pause());
      else this.#join(near);
    });
  }

  cut(): void {
    this.#isCut = true;
    for (const end of this.#ends) {
      end.unpipe();
      end.pause();
    }
  }

  mend(): void {
    this.#isCut = false;
    for (const [near, far] of this.#pairs) {
      near.pipe(far);
      far.pipe(near);
    }
    for (const near of this.#waiting.splice(0)) this.#join(near);
  }

  async close(): Promise<void> {
    for (const end of this.#ends) end.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  readonly #pairs = new Map<Socket, Socket>();

  #join(near: Socket): void {
    if (near.destroyed) return;
    const far = connect(this.#toPort(), '127.0.0.1');
    this.#keep(far);
    this.#pairs.set(near, far);
    near.pipe(far);
    far.pipe(near);
    const part = () => {
      this.#pairs.delete(near);
      near.destroy();
      far.destroy();
    };
    near.on('close', part);
    far.on('close', part);
  }

  #keep(end: Socket): void {
    this.#ends.add(end);
    end.on('error', () => undefined);
    end.on('close', () => this.#ends.delete(end));
  }
}
