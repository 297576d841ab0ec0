/** However often it is asked for, it happens once, and everybody waits for the same end. */
export function once(work: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

/**
 * Like Promise.all, but a failure waits for the others: none may still be starting while what was
 * started is being stopped.
 */
export async function allSettledOrThrow<T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
