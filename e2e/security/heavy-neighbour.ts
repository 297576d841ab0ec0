/**
 * Row 20: a small query of one project beside another project's many heavy ones, on a real Mimir and a real Loki.
 * The thread that measures goes before everything else (`measureFirst`); stores, gateway and the heavy asker share what
 * processors there are.
 *
 *   node e2e/security/heavy-neighbour.ts [--full]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { measureFirst } from './heavy-neighbour/ask.ts';
import { proveNeighbour } from './heavy-neighbour/prove.ts';
import { withScratchDatabase } from './read-path/scratch-database.ts';

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });
measureFirst();
const asks = values.full ? 600 : 150;
const figures = await withScratchDatabase((url) => proveNeighbour(url, { asks, sideBySide: 32, withControl: true }));
let isFair = true;
for (const [store, { aloneMs, besideMs, unguardedMs = Number.NaN, answered, refused }] of Object.entries(figures)) {
  const ratio = besideMs / aloneMs;
  console.log(
    `${store}: p95 of ${asks} small queries alone ${aloneMs.toFixed(1)} ms, beside 32 heavy ones ${besideMs.toFixed(1)} ms: ${ratio.toFixed(2)}× (pass: ≤ 2×)`,
  );
  console.log(`${store}: ${answered} heavy queries answered meanwhile, ${refused} refused`);
  console.log(`${store}: a control, the heavy ones past the gateway: ${(unguardedMs / aloneMs).toFixed(2)}×`);
  isFair &&= ratio <= 2;
}
process.exitCode = isFair ? 0 : 1;
