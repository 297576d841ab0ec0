/**
 * Row 13: forged headers against the gateway and against the seed's nginx.
 *
 *   node e2e/security/forged-headers.ts [--full] [--requests 500] [--seed 1]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { printHeaders } from './forged-headers/print.ts';
import { proveGatewayHeaders, proveIngestHeaders } from './forged-headers/prove.ts';
import { withScratchDatabase } from './read-path/scratch-database.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    requests: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const amount = { requests: values.full ? 5_000 : Number(values.requests), seed: Number(values.seed) };

const gateway = await withScratchDatabase((url) => proveGatewayHeaders(url, amount));
printHeaders('gateway', gateway);
const ingest = await proveIngestHeaders(amount);
printHeaders('ingest', ingest);
process.exitCode =
  gateway.wrong.length + ingest.wrong.length === 0 &&
  gateway.atStores > 0 &&
  gateway.atGrafana > 0 &&
  ingest.atStores > 0
    ? 0
    : 1;
