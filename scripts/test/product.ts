import startProduct from '../../e2e/fixtures/product/global-setup.ts';

let stop: (() => Promise<void>) | undefined;

/**
 * Starts what the journeys run against, so that Playwright finds it running: for most of its start it waits, and other
 * suites can use that time.
 *
 * @throws where it did not start.
 */
export async function startJourneysProduct(): Promise<void> {
  stop = await startProduct();
}

/** Ends it where it was started here. For Ctrl-C, too. */
export async function endProduct(): Promise<void> {
  const own = stop;
  stop = undefined;
  await own?.();
}
