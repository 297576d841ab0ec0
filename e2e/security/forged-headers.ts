/**
 * Row 13: forged headers against the gateway and against the seed's nginx.
 *
 *   node e2e/security/forged-headers.ts [--full] [--requests 500] [--seed 1]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type HeaderFigures, proveGatewayHeaders, proveIngestHeaders } from './forged-headers/prove.ts';
import { withScratchDatabase } from './read-path/scratch-database.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    requests: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const amount = { requests: values.full ? 5_000 : Number(values.requests), seed: Number(values.seed) };

function print(door: string, { sent, atStores, atWeb, statuses, wrong }: HeaderFigures): void {
  const shown = Object.entries(statuses).map(([status, count]) => `${status === '0' ? 'none' : status}×${count}`);
  console.log(`${door}: ${sent} forged requests, answers ${shown.join(' ')}`);
  console.log(`${door}: ${atStores} reached a store, ${atWeb} the web process`);
  for (const one of wrong.slice(0, 10)) console.log(one);
  console.log(`${door}: with another tenant, or a header too many: ${wrong.length} (pass: 0)`);
}

const gateway = await withScratchDatabase((url) => proveGatewayHeaders(url, amount));
print('gateway', gateway);
const ingest = await proveIngestHeaders(amount);
print('ingest', ingest);
process.exitCode =
  gateway.wrong.length + ingest.wrong.length === 0 && gateway.atStores > 0 && ingest.atStores > 0 ? 0 : 1;
