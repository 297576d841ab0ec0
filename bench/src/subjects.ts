import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createDb } from '@oriel/db/client';
import { migrate } from '@oriel/db/migrate';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { startEmbeddedServer } from '@oriel/db/testing/embedded-server';
import { bound } from '@oriel/testbed/embedded/bound';
import { ensureDebian } from '@oriel/testbed/parts/debian';
import { ensurePart } from '@oriel/testbed/parts/ensure';
import { freePort } from '@oriel/testbed/process/free-port';
import { answers, startProcess } from '@oriel/testbed/process/managed-process';
import { pinned } from './cpu.ts';

/** The processor of the program that is measured; load and stub run on the other one. */
export const subjectProcessor = 0;
export const loadProcessor = 1;

export const orgId = 'bench-tenant';
export const slug = 'bench';

/** A running program in front of the stub, and the request that it turns into a query. */
export interface Subject {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
  /** Of a query of metrics; `path` is the store's own. */
  request(path: string): Buffer;
  stop(): Promise<void>;
}

/** Addresses of the two stores behind a subject. */
export interface Stores {
  readonly metrics: string;
  readonly logs: string;
}

export function get(port: number, path: string, headers: readonly string[] = []): Buffer {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'User-Agent: oriel-bench',
    'Accept: application/json',
    ...headers,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
}

/** The real gateway with a real PostgreSQL, asked with a personal token. */
export async function startGateway(stores: Stores): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'oriel-bench-gateway-'));
  const postgres = await startEmbeddedServer();
  await migrate(postgres.url);
  const token = await seed(postgres.url, stores);
  const tokenFile = join(folder, 'ingest-token');
  await writeFile(tokenFile, randomUUID());
  const port = await freePort();
  const remoteConfigPort = await freePort();
  const webPort = await freePort();
  const main = fileURLToPath(new URL('../../apps/gateway/src/main.ts', import.meta.url));
  const running = await startProcess(
    bound({
      name: 'gateway',
      ...pinned(subjectProcessor, process.execPath, [main]),
      env: {
        ...process.env,
        PORT: String(port),
        ORIEL_REMOTE_CONFIG_PORT: String(remoteConfigPort),
        DATABASE_URL: postgres.url,
        ORIEL_PUBLIC_ORIGIN: 'http://oriel.localhost:3000',
        ORIEL_WEB_URL: `http://127.0.0.1:${webPort}`,
        ORIEL_INGEST_TOKEN_FILE: tokenFile,
        LOG_LEVEL: 'warn',
      },
      logFile: join(folder, 'gateway.log'),
      ready: async () => (await fetch(`http://127.0.0.1:${port}/`)).status === 503,
    }),
  );
  const request = (path: string) =>
    get(port, `/api/projects/${slug}/${path.startsWith('/loki') ? '' : 'prometheus'}${path}`.replace('//', '/'), [
      `Authorization: Bearer ${token}`,
    ]);
  const stop = async () => {
    await running.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { name: 'gateway', pid: running.pid, port, request, stop };
}

export const throughNode = 'gateway, through Node';

/** The same gateway, asked in a way that Node's parser has to read (docs/decisions/0013): by one header, whichever. */
export function notPlain(gateway: Subject): Subject {
  const request = (path: string) =>
    Buffer.from(
      gateway
        .request(path)
        .toString('latin1')
        .replace(/\r\n\r\n$/, '\r\nKeep-Alive: timeout=60\r\n\r\n'),
      'latin1',
    );
  return { ...gateway, name: throughNode, request, stop: async () => undefined };
}

async function seed(url: string, stores: Stores): Promise<string> {
  const db = createDb(url);
  const { value, hash } = newOpaqueToken('oriel_pat_');
  const seedRow = await db.seed.create({
    data: {
      name: 'bench',
      region: 'bench',
      kind: 'external',
      metricsUrl: stores.metrics,
      logsUrl: stores.logs,
      ingestUrl: 'https://127.0.0.1:1',
      caCertPem: '-----BEGIN CERTIFICATE-----',
      caKeyEnvelope: 'v1.none',
    },
  });
  await db.project.create({
    data: {
      slug,
      name: 'Bench',
      tenants: { create: { seedId: seedRow.id, orgId } },
      bindings: {
        create: {
          role: 'owner',
          user: {
            create: {
              email: 'bench@example.com',
              name: 'Bench',
              tokens: {
                create: {
                  tokenHash: hash,
                  prefix: value.slice(0, 16),
                  name: 'bench',
                  expiresAt: new Date(Date.now() + 3_600_000),
                },
              },
            },
          },
        },
      },
    },
  });
  await db.$disconnect();
  return value;
}

/** nginx as a plain reverse proxy of one worker that sets the tenant header, kept-alive on both sides. */
export async function startNginx({ metrics, logs }: Stores): Promise<Subject> {
  const { nginx } = await ensureDebian(['nginx']);
  const folder = await mkdtemp(join(tmpdir(), 'oriel-bench-nginx-'));
  await mkdir(join(folder, 'temporary'));
  const port = await freePort();
  const upstream = (name: string, url: string) => `upstream ${name} { server ${new URL(url).host}; keepalive 128; }`;
  const proxy = (name: string, path = '') =>
    `proxy_pass http://${name}${path}; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header X-Scope-OrgID ${orgId};`;
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; master_process on; worker_processes 1; pid nginx.pid; error_log error.log; user root;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000000; tcp_nodelay on;
  client_body_temp_path temporary/a; proxy_temp_path temporary/b; fastcgi_temp_path temporary/c; uwsgi_temp_path temporary/d; scgi_temp_path temporary/e;
  ${upstream('metrics', metrics)}
  ${upstream('logs', logs)}
  server {
    listen 127.0.0.1:${port};
    location /loki/ { ${proxy('logs')} }
    location / { ${proxy('metrics', '/prometheus/')} }
  }
}
`,
  );
  const running = await startProcess(
    bound({
      name: 'nginx',
      ...pinned(subjectProcessor, nginx ?? 'nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log']),
      logFile: join(folder, 'nginx.log'),
      ready: async () => (await fetch(`http://127.0.0.1:${port}/`)).status > 0,
      stopSignal: 'SIGQUIT',
    }),
  );
  return subject('nginx', running, { port, folder });
}

/** prom-label-proxy on one processor: the nearest program that also decides what a query may see. */
export async function startLabelProxy({ metrics }: Stores): Promise<Subject> {
  const command = await ensurePart('prom-label-proxy');
  const folder = await mkdtemp(join(tmpdir(), 'oriel-bench-label-proxy-'));
  const port = await freePort();
  const args = [
    '-insecure-listen-address',
    `127.0.0.1:${port}`,
    '-upstream',
    metrics,
    '-label',
    'namespace',
    '-label-value',
    'shop',
  ];
  const running = await startProcess(
    bound({
      name: 'prom-label-proxy',
      ...pinned(subjectProcessor, command, args),
      env: { ...process.env, GOMAXPROCS: '1' },
      logFile: join(folder, 'prom-label-proxy.log'),
      ready: answers(`http://127.0.0.1:${port}/api/v1/query?query=up`),
    }),
  );
  return subject('prom-label-proxy', running, { port, folder });
}

function subject(
  name: string,
  running: { readonly pid: number; stop(): Promise<void> },
  { port, folder }: { port: number; folder: string },
): Subject {
  const stop = async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { name, pid: running.pid, port, request: (path) => get(port, path), stop };
}
