/**
 * Row 8: how long after a right is taken away reads and Grafana are refused, and open tails end.
 *
 *   node e2e/security/revocations.ts [--full]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { percentile } from './read-path/percentile.ts';
import { withScratchDatabase } from './read-path/scratch-database.ts';
import { proveRevocations } from './revocations/prove.ts';

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });
const perChange = values.full ? 100 : 5;
const figures = await withScratchDatabase((url) => proveRevocations(url, { perChange }));

const shown = (times: readonly number[]) =>
  times.length === 0
    ? 'not affected'
    : `p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms`;
let isInTime = true;
for (const [change, { refusedMs, closedMs, grafanaMs }] of Object.entries(figures)) {
  console.log(
    `${change} (${refusedMs.length}): reads refused ${shown(refusedMs)}; Grafana ${shown(grafanaMs)}; tails closed ${shown(closedMs)}`,
  );
  isInTime &&= percentile([...refusedMs, ...grafanaMs], 0.99) <= 5_000 && Math.max(...closedMs) <= 10_000;
}
console.log(`in time: ${isInTime} (pass: reads and Grafana p99 ≤ 5 s, every tail ≤ 10 s)`);
process.exitCode = isInTime ? 0 : 1;
