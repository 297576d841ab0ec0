import { describeError } from '@oriel/db/describe-error';
import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** One JSON object a line on standard output. Tokens and cookies are never handed to it. */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  const timestamp = pino.stdTimeFunctions.isoTime;
  return pino({ name: 'gateway', level, base: null, timestamp, serializers: { err: describeError } }, destination);
}
