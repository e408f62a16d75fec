// The log: JSON lines on stderr, or coloured ones where a person looks at it. stdout belongs to the commands.
import { destination, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const stderrFd = 2;

/** Written at once, not later: the last lines before a crash are those that matter. */
export function createLog(level: LogLevel): Logger {
  const stream = process.stderr.isTTY
    ? pretty({ destination: stderrFd, sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss.l' })
    : destination({ dest: stderrFd, sync: true });
  return pino({ level }, stream);
}
