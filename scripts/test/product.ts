import { join } from 'node:path';
import { ensureWebBuilt } from '@oriel/testbed/embedded/build-web';
import { repository } from '@oriel/testbed/embedded/repository';
import startProduct from '../../e2e/fixtures/product/global-setup.ts';

const building = new AbortController();
let stop: (() => Promise<void>) | undefined;

/** What `next build` makes, for the journeys and for the test of `npm start`. */
export async function buildPages(log: (text: string) => void): Promise<void> {
  const logFile = join(repository, '.oriel', 'test-results', 'web-build.log');
  await ensureWebBuilt({ logFile, signal: building.signal, onProgress: (message) => log(`pages: ${message}\n`) });
}

/**
 * Starts what the journeys run against, so that Playwright finds it running: for most of its start it waits, and other
 * suites can use that time.
 *
 * @throws where it did not start.
 */
export async function startJourneysProduct(): Promise<void> {
  stop = await startProduct();
}

/** Ends what was begun here. For Ctrl-C, too. */
export async function endProduct(): Promise<void> {
  building.abort();
  const own = stop;
  stop = undefined;
  await own?.();
}
