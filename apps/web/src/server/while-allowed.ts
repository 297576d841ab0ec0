/** Asked so often, and answered in such a time: together well within the 5 s that a right may outlive its end. */
const pace = { everyMs: 2_000, withinMs: 2_000 };

/**
 * Passes a stream on for as long as `stillAllowed` says so, asked every 2 s whether anything flows or
 * not: a person who lost a right must not keep what they had open. A check that fails, or takes longer than 2 s, ends it too.
 */
export async function* whileAllowed<T>(
  source: AsyncIterable<T>,
  stillAllowed: () => Promise<boolean>,
  { everyMs, withinMs } = pace,
): AsyncGenerator<T, void> {
  const iterator = source[Symbol.asyncIterator]();
  let hasEnded = false;
  let timer: NodeJS.Timeout | undefined;
  const refused = new Promise<'refused'>((resolve) => {
    const check = async () => {
      const startedAt = performance.now();
      const deadline = setTimeout(() => resolve('refused'), withinMs);
      const allowed = await stillAllowed().catch(() => false);
      clearTimeout(deadline);
      if (hasEnded) return;
      if (!allowed) return resolve('refused');
      // From the start of the one before: what changes behind its back is seen that much earlier.
      timer = setTimeout(check, everyMs - (performance.now() - startedAt));
    };
    timer = setTimeout(check, everyMs);
  });
  try {
    while (true) {
      const next = await Promise.race([iterator.next(), refused]);
      if (next === 'refused' || next.done) return;
      yield next.value;
    }
  } finally {
    hasEnded = true;
    clearTimeout(timer);
    // Not awaited: a generator that waits for its next event would not answer.
    void iterator.return?.();
  }
}
