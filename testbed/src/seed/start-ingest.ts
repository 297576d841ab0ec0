import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { Authority } from '@oriel/ingest/certificates';
import { ingestFiles, nginxArguments, writeIngestFolder } from '@oriel/ingest/files';
import { renderNginxConfig } from '@oriel/ingest/nginx-config';
import { type Reporting, reportParts } from '../cluster/report-parts.ts';
import { bound } from '../embedded/bound.ts';
import { homePaths } from '../embedded/home.ts';
import { ensureDebian } from '../parts/debian.ts';
import type { Ports } from '../ports.ts';
import { type ProcessSpec, startProcess } from '../process/managed-process.ts';
import { serverCertificate } from './server-certificate.ts';
import type { Stoppable } from './start-stores.ts';

export interface IngestOptions extends Reporting {
  /** Absolute. nginx's folder is `<home>/seed/ingest`. */
  readonly home: string;
  readonly ports: Pick<Ports, 'ingest' | 'lokiHttp' | 'mimirHttp' | 'remoteConfig'>;
  readonly authority: Authority;
  /** Addresses of this machine to listen on; they must exist. */
  readonly listen: readonly string[];
  /** What the certificate names, beside the addresses. */
  readonly names?: readonly string[];
  /** Shown to the gateway's listener for remote configuration. */
  readonly remoteConfigToken: string;
  readonly start?: (spec: ProcessSpec) => Promise<Stoppable>;
}

/** The seed's nginx: mutual TLS, default deny. Returns when it takes connections. */
export async function startIngestNginx(options: IngestOptions): Promise<Stoppable> {
  const { home, ports, authority, listen, names = [], start = startProcess } = options;
  const { nginx = '' } = await ensureDebian(['nginx'], reportParts(options));
  const paths = homePaths(home);
  await writeIngestFolder(paths.ingest, {
    config: renderNginxConfig({
      listen: listen.map((address) => `${address}:${ports.ingest}`),
      logsUrl: `http://127.0.0.1:${ports.lokiHttp}`,
      metricsUrl: `http://127.0.0.1:${ports.mimirHttp}`,
      remoteConfigUrl: `http://127.0.0.1:${ports.remoteConfig}`,
      // The folder is closed to others, and so is perhaps the home: nginx's own choice could not read it.
      ...(process.getuid?.() === 0 && { user: 'root' }),
    }),
    server: await serverCertificate(paths.ingest, authority, [...new Set(['localhost', ...listen, ...names])]),
    caPem: authority.certPem,
    remoteConfigToken: options.remoteConfigToken,
  });
  const spec: ProcessSpec = {
    name: 'nginx',
    command: nginx,
    args: nginxArguments(paths.ingest),
    // nginx writes there by itself too, from its first line on.
    logFile: join(paths.ingest, ingestFiles.errorLog),
    ready: () => accepts(listen[0] ?? '127.0.0.1', ports.ingest),
    readyTimeoutMs: 15_000,
    // Workers finish what they are at.
    stopSignal: 'SIGQUIT',
    stopTimeoutMs: 12_000,
  };
  return start(bound(spec, 'TERM'));
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2_000 });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('timeout', () => socket.destroy());
    socket.once('close', () => resolve(false));
    socket.once('error', () => undefined);
  });
}
