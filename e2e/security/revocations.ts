/**
 * Row 8: how long after a right is taken away reads and Grafana are refused, open tails and the subscriptions of pages end,
 * and the seed's nginx refuses the certificates of a cluster.
 *
 *   node e2e/security/revocations.ts [--full]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runCommand } from '../../scripts/test/command.ts';
import { withScratchDatabase } from './read-path/scratch-database.ts';
import { areInTime, printRevocations } from './revocations/print.ts';
import { proveRevocations } from './revocations/prove.ts';

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });
const perChange = values.full ? 100 : 5;
const figures = await withScratchDatabase((url) => proveRevocations(url, { perChange }));

printRevocations(figures);
const isInTime = areInTime(figures);
console.log(`in time: ${isInTime} (pass: reads and Grafana p99 ≤ 5 s, every tail ≤ 10 s)`);

// Inside the web application and the worker, which nothing may import.
const { code } = await runCommand(
  'vitest',
  [
    'run',
    '--project',
    'integration*',
    'apps/web/src/server/revoked-subscriptions.itest.ts',
    'apps/worker/src/ingest/landing.itest.ts',
  ],
  {
    env: { ORIEL_REVOCATIONS: String(perChange) },
    onOutput: (text) => void process.stdout.write(text),
    timeoutMs: 10 * 60_000,
  },
);
process.exitCode = isInTime ? code : 1;
