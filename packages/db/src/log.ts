import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './describe-error.ts';

export type Log = Logger;

export interface LogOptions {
  /** Of the process. */
  readonly name: string;
  readonly level: string;
  readonly destination?: DestinationStream;
}

/**
 * One JSON object a line on standard output. Tokens, cookies, kubeconfigs, keys and objects of clusters are
 * never handed to it.
 */
export function createLog({ name, level, destination = pino.destination(1) }: LogOptions): Log {
  const timestamp = pino.stdTimeFunctions.isoTime;
  return pino({ name, level, base: null, timestamp, serializers: { err: describeError } }, destination);
}
