/** An error as a log may keep it. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Frames only. */
  readonly stack?: string;
  readonly cause?: DescribedError;
}

/**
 * Type, message, code and stack of an error, for logs: use it as pino's serializer of `err`. Errors of
 * the database carry the refused row in further properties, and those of Prisma quote the arguments of
 * the call in their message; whatever secret was among them must not reach a log.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code } = error as { code?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: error.name.startsWith('PrismaClient') ? lastLine(error.message) : error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Prisma says what is wrong last, after the call and its arguments. */
function lastLine(message: string): string {
  return message.trim().split('\n').at(-1) ?? '';
}
