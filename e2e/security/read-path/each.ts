/** Does the work for every item, so many side by side. */
export async function eachOf<Item>(
  items: Iterable<Item>,
  sideBySide: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
}
