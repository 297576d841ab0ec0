/**
 * Rows 8 and 13 in Grafana: an editor of one project tries to get at another's organization, dashboards, people, data
 * sources and data, by every API of Grafana's and past it, on a real Grafana, Loki and Mimir.
 *
 *   node e2e/security/grafana-tenancy.ts
 */
import process from 'node:process';
import { proveTenancy } from './grafana-tenancy/prove.ts';
import { withScratchDatabase } from './read-path/scratch-database.ts';

const { attempts, statuses, successes, seenByOwner, words, unchanged, ownReads, endedMs } =
  await withScratchDatabase(proveTenancy);

for (const [kind, count] of Object.entries(attempts)) console.log(`${kind}: ${count} attempts`);
const tally = Object.entries(statuses).map(([status, times]) => `${status} × ${times}`);
console.log(`answered: ${tally.join(', ')}`);
console.log(
  `B's owner sees ${seenByOwner.length} of ${words.length} words; A's editor got ${ownReads} answers of her own`,
);
for (const success of successes) console.log(`success: ${success}`);
const total = Object.values(attempts).reduce((sum, count) => sum + count, 0);
const ends = Object.entries(endedMs).map(([what, ms]) => `${what} ${ms.toFixed(0)} ms`);
console.log(`${total} attempts, ${successes.length} successes; Grafana unchanged: ${unchanged}`);
console.log(`access ends after the role is removed: ${ends.join(', ')} (pass: ≤ 5 s)`);
const isProven = successes.length === 0 && unchanged && seenByOwner.length === words.length;
process.exitCode = isProven && Object.values(endedMs).every((ms) => ms <= 5_000) ? 0 : 1;
