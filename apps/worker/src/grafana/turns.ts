const last = new Map<string, Promise<unknown>>();

/**
 * One at a time for each person: two organizations that let the same person go, or one that takes in whom another lets
 * go, must not decide at once whether the account stays. One worker is active at a time, so its own memory is enough.
 */
export async function inTurn<T>(login: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(login) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(work);
  last.set(login, mine);
  try {
    return await mine;
  } finally {
    if (last.get(login) === mine) last.delete(login);
  }
}
