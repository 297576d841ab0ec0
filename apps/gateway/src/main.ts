import './short-lived.ts';
import process from 'node:process';
import { createLog } from '@oriel/db/log';
import { readEnvironment } from './env.ts';
import { startGateway } from './gateway.ts';
import { goFirst } from './go-first.ts';

const env = readEnvironment();
const log = createLog({ name: 'gateway', level: env.logLevel });
const goesFirst = goFirst();
const gateway = await startGateway(env, log);
log.info(
  {
    port: gateway.port,
    remoteConfigPort: gateway.remoteConfigPort,
    publicOrigin: env.publicOrigin,
    goesFirst,
  },
  'gateway is up',
);

let stopping = false;
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'gateway stops');
  await gateway.close();
}

process.on('SIGTERM', (signal) => void stop(signal));
process.on('SIGINT', (signal) => void stop(signal));
