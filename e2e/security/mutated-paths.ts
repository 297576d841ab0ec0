/**
 * Row 14: bent paths against the gateway.
 *
 *   node e2e/security/mutated-paths.ts [--full] [--requests 2000] [--seed 1]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { printPaths } from './mutated-paths/print.ts';
import { provePaths } from './mutated-paths/prove.ts';
import { withScratchDatabase } from './read-path/scratch-database.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    requests: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const requests = values.full ? 20_000 : Number(values.requests);
const figures = await withScratchDatabase((url) => provePaths(url, { requests, seed: Number(values.seed) }));
printPaths(figures);
const { atStores, atWeb, atGrafana, wrong } = figures;
process.exitCode = wrong.length === 0 && Math.min(atStores, atWeb, atGrafana) > 0 ? 0 : 1;
