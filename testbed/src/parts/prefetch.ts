// Started by scripts/bootstrap.mjs while npm's packages arrive: fetches the sources of all parts.
// Needs nothing installed, and says nothing: whoever builds a part meets and tells the failure.
import process from 'node:process';
import { partNames } from './catalog.ts';
import { prefetchModules } from './go.ts';

const aborting = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => aborting.abort());

await prefetchModules(partNames, { signal: aborting.signal }).catch(() => undefined);
