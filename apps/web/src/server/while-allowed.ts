const checkEveryMs = 5_000;

/**
 * Passes a stream on for as long as `stillAllowed` says so, asked every 5 s whether anything flows or
 * not: a person who lost a right must not keep what they had open. A check that fails ends it too.
 */
export async function* whileAllowed<T>(
  source: AsyncIterable<T>,
  stillAllowed: () => Promise<boolean>,
  everyMs = checkEveryMs,
): AsyncGenerator<T, void> {
  const iterator = source[Symbol.asyncIterator]();
  let timer: NodeJS.Timeout | undefined;
  const refused = new Promise<'refused'>((resolve) => {
    const check = async () => {
      const allowed = await stillAllowed().catch(() => false);
      if (!allowed) resolve('refused');
      else timer = setTimeout(check, everyMs);
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
    clearTimeout(timer);
    // Not awaited: a generator that waits for its next event would not answer.
    void iterator.return?.();
  }
}
