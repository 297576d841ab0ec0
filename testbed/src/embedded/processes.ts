import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { applicationRole } from '@oriel/db/app-role';
import type { Ports } from '../ports.ts';
import type { ProcessSpec } from '../process/managed-process.ts';
import { storePlaces } from '../seed/store-places.ts';
import { bound } from './bound.ts';
import { nextProgram } from './build-web.ts';
import type { HomePaths } from './home.ts';
import { grafanaOriginOf } from './options.ts';
import { databaseUrl } from './postgres/start-postgres.ts';
import { repository, webFolder } from './repository.ts';
import type { Secrets } from './secrets.ts';

export interface Control {
  readonly paths: HomePaths;
  readonly ports: Ports;
  readonly secrets: Secrets;
  /** Scheme, host and port as a browser sees them. */
  readonly origin: string;
}

// How Oriel's own three processes are started. Each reads its settings in its own env.ts.

/** The front door, and the listener that hands out agents' configuration. */
export function gatewayProcess(control: Control): ProcessSpec {
  const { paths, ports } = control;
  return node(control, 'gateway', [join(repository, 'apps/gateway/src/main.ts')], {
    env: {
      ...commonEnvironment(control),
      HOST: '127.0.0.1',
      PORT: String(ports.front),
      ORIEL_REMOTE_CONFIG_PORT: String(ports.remoteConfig),
      ORIEL_WEB_URL: `http://127.0.0.1:${ports.web}`,
      ORIEL_INGEST_TOKEN_FILE: paths.ingestToken,
      ORIEL_STORE_CONCURRENCY: process.env.ORIEL_STORE_CONCURRENCY ?? String(storePlaces()),
    },
    ready: () => accepts(ports.front),
  });
}

/** @param build folder of the pages' build, relative to apps/web. */
export function webProcess(control: Control, build: string): ProcessSpec {
  const { paths, ports, secrets, origin } = control;
  const args = [nextProgram, 'start', '--hostname', '127.0.0.1', '--port', String(ports.web)];
  return node(control, 'web', args, {
    cwd: webFolder,
    env: {
      ...commonEnvironment(control),
      PORT: String(ports.web),
      HOSTNAME: '127.0.0.1',
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: secrets.sessionSecret,
      ORIEL_PROGRESS_FILE: paths.progress,
      ORIEL_WEB_BUILD: build,
      NEXT_TELEMETRY_DISABLED: '1',
    },
    ready: () => accepts(ports.web),
  });
}

export function workerProcess(control: Control): ProcessSpec {
  return node(control, 'worker', [join(repository, 'apps/worker/src/main.ts')], {
    env: {
      ...commonEnvironment(control),
      ORIEL_GRAFANA_ADMIN_PASSWORD_FILE: control.paths.grafanaPassword,
      // Both are on this machine: data sources ask the front door by its port.
      ORIEL_GRAFANA_GATEWAY_URL: `http://127.0.0.1:${control.ports.front}`,
    },
    readyText: '"msg":"working"',
  });
}

function commonEnvironment({ paths, ports, secrets, origin }: Control): Record<string, string | undefined> {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl({
      port: ports.postgres,
      password: secrets.applicationPassword,
      user: applicationRole,
    }),
    ORIEL_KEY_FILE: paths.keyFile,
    ORIEL_PUBLIC_ORIGIN: origin,
    ORIEL_GRAFANA_ORIGIN: grafanaOriginOf(origin),
    ORIEL_GRAFANA_URL: `http://127.0.0.1:${ports.grafana}`,
    // The worker is ready when its log says so.
    LOG_LEVEL: 'info',
  };
}

function node({ paths }: Control, name: string, args: string[], more: Partial<ProcessSpec>): ProcessSpec {
  return bound({ name, command: process.execPath, args, logFile: paths.log(name), stopTimeoutMs: 15_000, ...more });
}

/** True when the sign-in page comes through the front door, as a browser would ask for it. */
export function signInPageAnswers({ ports, origin }: Pick<Control, 'ports' | 'origin'>): Promise<boolean> {
  return new Promise((resolve) => {
    const { host } = new URL(origin);
    // `*.localhost` means this machine to browsers, but not to every resolver.
    const options = { host: '127.0.0.1', port: ports.front, path: '/sign-in', headers: { host }, timeout: 5_000 };
    const call = request(options, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(false));
    call.end();
  });
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
