import { type Logger, pino } from 'pino';

export type Log = Logger;

/** One JSON object a line on standard output. Tokens and cookies are never handed to it. */
export function createLog(level: string): Log {
  return pino({ name: 'gateway', level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
