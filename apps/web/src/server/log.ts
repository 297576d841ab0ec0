import { describeError } from '@oriel/db/describe-error';
import { type Logger, pino } from 'pino';
import { env } from '../env.ts';
import { perProcess } from '../per-process.ts';

export const log = perProcess(
  (): Logger => pino({ name: 'web', level: env().LOG_LEVEL, serializers: { err: describeError } }),
);
