import { type Logger, pino } from 'pino';

export type Log = Logger;

/** One JSON object a line on standard output. Kubeconfigs, keys and objects of clusters are never handed to it. */
export function createLog(level: string): Log {
  return pino({ name: 'worker', level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
