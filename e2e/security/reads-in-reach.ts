/**
 * Row 12: fuzzed queries of somebody who may read a part of a project, against a real Loki and a real Mimir.
 *
 *   node e2e/security/reads-in-reach.ts [--full] [--queries 400] [--seed 1]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { withScratchDatabase } from './read-path/scratch-database.ts';
import { controls, proveReach } from './reads-in-reach/prove.ts';

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

const { answers, seenByWhole, tail } = await withScratchDatabase((url) => proveReach(url, { queries, seed }));
const { asked, bytes, statuses, atStores, withData, withOwn, leaks, failed } = answers;
const shown = Object.entries(statuses).map(([status, count]) => `${status}×${count}`);
console.log(`${asked} requests, ${queries} of them fuzzed queries, seed ${seed}: ${bytes} bytes, ${shown.join(' ')}`);
console.log(`${atStores} queries ran in the stores, ${withData} of them were answered with data`);
console.log(`${withOwn} answers show what the reader may read`);
console.log(`tails: ${tail.opened} opened, ${tail.refused} refused, ${tail.withOwn} heard what they may hear`);
console.log(
  `a control: of the first ${controls} questions, ${seenByWhole} show a reader of the whole project what lies outside`,
);
for (const leak of [...leaks, ...tail.leaks, ...failed].slice(0, 10)) console.log(leak);
console.log(
  `bytes of the other tenant: ${answers.foreignBytes}, of the project's other parts: ${answers.outsideBytes}`,
);
console.log(
  `answers with a byte from outside: ${leaks.length + tail.leaks.length} (pass: 0); with 5xx: ${failed.length}`,
);
const isClean = leaks.length + tail.leaks.length + failed.length === 0;
const isRich = withData >= atStores / 2 && (!values.full || atStores >= 10_000);
process.exitCode = isClean && isRich && tail.withOwn > 0 && seenByWhole > 0 ? 0 : 1;
