const forgets: (() => Promise<void>)[] = [];

/**
 * What a process has one of, made at its first use rather than at import: `next build` loads every module without an
 * environment. Where `create` throws, nothing is kept. `end` is what remains to be done where it is forgotten again.
 */
export function perProcess<Value>(create: () => Value, end?: (value: Value) => Promise<void>): () => Value {
  let kept: { readonly value: Value } | undefined;
  forgets.push(async () => {
    const last = kept;
    kept = undefined;
    if (last) await end?.(last.value);
  });
  return () => {
    kept ??= { value: create() };
    return kept.value;
  };
}

/** For tests: files that share a process have an environment each. */
export async function forgetPerProcess(): Promise<void> {
  await Promise.all(forgets.map((forget) => forget()));
}
