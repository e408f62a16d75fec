// The real program in a process of its own: what it prints, and how it ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { built } from '../built.ts';

/** A folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'splitcast-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export class Splitcast {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  out = '';
  err = '';
  #look: () => void = () => undefined;

  /** Runs with an environment that has no SPLITCAST_ variables but these. */
  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('SPLITCAST_'));
    this.process = spawn(process.execPath, [join(built('program'), 'server/main.js'), ...args], {
      env: { ...Object.fromEntries(inherited), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process.stdout?.on('data', (data) => {
      this.out += data;
      this.#look();
    });
    this.process.stderr?.on('data', (data) => {
      this.err += data;
    });
    this.ended = new Promise((resolve) => {
      this.process.on('close', (code) => {
        this.#look();
        resolve({ code, out: this.out, err: this.err });
      });
    });
    onTestFinished(async () => {
      this.process.kill('SIGKILL');
      await this.ended;
    });
  }

  /** The first match in what it has printed, as soon as it is there. */
  printed(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      this.#look = () => {
        const match = pattern.exec(this.out);
        if (match !== null) resolve(match);
        else if (this.process.exitCode !== null) reject(new Error(`ended without ${pattern}: ${this.out}${this.err}`));
      };
      this.#look();
    });
  }

  /** The address under which the API answers, once it does. */
  async url(): Promise<string> {
    return (await this.printed(/^API +(http:\S+)\/api\/v1\/openapi\.json$/m))[1] as string;
  }

  async token(): Promise<string> {
    return (await this.printed(/^token +(sc_\S+) /m))[1] as string;
  }
}

/** Runs a command to its end. */
export function run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended> {
  return new Splitcast(args, env).ended;
}
