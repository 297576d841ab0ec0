import { type Logger, pino } from 'pino';
import { env } from '../env.ts';

let logger: Logger | undefined;

export function log(): Logger {
  logger ??= pino({
    name: 'web',
    level: env().LOG_LEVEL,
    serializers: { err: describeError },
  });
  return logger;
}

/**
 * Name, message and stack only. A database error carries the refused row in its other properties, and
 * with it whatever secret stood there.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
