import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bound } from '@oriel/testbed/embedded/bound';
import { freePort } from '@oriel/testbed/process/free-port';
import { startProcess } from '@oriel/testbed/process/managed-process';

export interface RunningGateway {
  readonly port: number;
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export const publicOrigin = 'http://oriel.localhost:3000';

/** The gateway as it runs in production: a process of its own, on this database. */
export async function startGatewayProcess(
  folder: string,
  databaseUrl: string,
  {
    webUrl = 'http://127.0.0.1:9',
    environment = {},
  }: { readonly webUrl?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<RunningGateway> {
  const tokenFile = join(folder, 'ingest-token');
  await writeFile(tokenFile, randomUUID());
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const running = await startProcess(
    bound({
      name: 'gateway',
      command: process.execPath,
      args: [fileURLToPath(new URL('../../../apps/gateway/src/main.ts', import.meta.url))],
      env: {
        ...process.env,
        PORT: String(port),
        ORIEL_REMOTE_CONFIG_PORT: String(await freePort()),
        DATABASE_URL: databaseUrl,
        ORIEL_PUBLIC_ORIGIN: publicOrigin,
        ORIEL_WEB_URL: webUrl,
        ORIEL_INGEST_TOKEN_FILE: tokenFile,
        LOG_LEVEL: 'error',
        ...environment,
      },
      logFile: join(folder, 'gateway.log'),
      ready: async () => (await fetch(`${origin}/api/projects/none/loki/api/v1/labels`)).status === 401,
    }),
  );
  return { port, origin, pid: running.pid, stop: () => running.stop() };
}
