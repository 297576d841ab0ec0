import { describeError } from '@oriel/db/describe-error';
import { type Logger, pino } from 'pino';
import { env } from '../env.ts';

let logger: Logger | undefined;

export function log(): Logger {
  logger ??= pino({ name: 'web', level: env().LOG_LEVEL, serializers: { err: describeError } });
  return logger;
}
