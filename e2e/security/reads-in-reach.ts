/**
 * Row 12: fuzzed queries of somebody who may read a part of a project, against a real Loki and a real Mimir.
 *
 *   node e2e/security/reads-in-reach.ts [--full] [--queries 400] [--seed 1]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { withScratchDatabase } from './read-path/scratch-database.ts';
import { printReach } from './reads-in-reach/print.ts';
import { proveReach } from './reads-in-reach/prove.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    queries: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
  },
});
// Of 15,000 more than 10,000 get past the gateway to the stores.
const queries = values.full ? 15_000 : Number(values.queries);
const seed = Number(values.seed);

const figures = await withScratchDatabase((url) => proveReach(url, { queries, seed }));
printReach(figures, { queries, seed });
const { answers, seenByWhole, tail } = figures;
const { atStores, withData, leaks, failed } = answers;
const isClean = leaks.length + tail.leaks.length + failed.length === 0;
const isRich = withData >= atStores / 2 && (!values.full || atStores >= 10_000);
process.exitCode = isClean && isRich && tail.withOwn > 0 && seenByWhole > 0 ? 0 : 1;
