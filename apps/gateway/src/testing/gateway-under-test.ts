import { createLog } from '@oriel/db/log';
import { type Gateway, startGateway } from '../gateway.ts';

export const publicOrigin = 'http://oriel.localhost:3000';
export const ingestToken = 'test-secret-of-the-ingest-gateway-0123456789';

export interface RunningGateway extends Gateway {
  readonly origin: string;
  readonly remoteConfigOrigin: string;
}

export interface TestGatewayOptions {
  readonly waitForDatabase?: boolean;
  readonly remoteConfigPort?: number;
  readonly origin?: string;
  readonly trustedHops?: number;
  readonly grafana?: { readonly url: string; readonly origin: string };
}

/** The whole gateway in this process, on free ports. */
export async function startTestGateway(
  databaseUrl: string,
  webOrigin = 'http://127.0.0.1:9',
  {
    waitForDatabase = true,
    remoteConfigPort = 0,
    origin = publicOrigin,
    trustedHops = 1,
    grafana,
  }: TestGatewayOptions = {},
): Promise<RunningGateway> {
  const gateway = await startGateway(
    {
      databaseUrl,
      webOrigin,
      publicOrigin: origin,
      ingestToken,
      host: '127.0.0.1',
      port: 0,
      remoteConfigPort,
      trustedHops,
      storeConcurrency: 4,
      grafana,
      logLevel: 'fatal',
    },
    createLog({ name: 'gateway', level: 'fatal' }),
  );
  if (waitForDatabase) await gateway.listening;
  return {
    ...gateway,
    origin: `http://127.0.0.1:${gateway.port}`,
    remoteConfigOrigin: `http://127.0.0.1:${gateway.remoteConfigPort}`,
  };
}
