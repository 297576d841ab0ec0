import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Reporting, reportParts } from '../cluster/report-parts.ts';
import { bound } from '../embedded/bound.ts';
import { homePaths } from '../embedded/home.ts';
import { ensureFile } from '../embedded/secrets.ts';
import { ensureParts } from '../parts/ensure.ts';
import { answers, type ProcessSpec, startProcess } from '../process/managed-process.ts';
import { type GrafanaSettings, grafanaIni, homeDashboard } from './config.ts';

export interface GrafanaOptions extends Reporting, Pick<GrafanaSettings, 'port' | 'publicOrigin' | 'controlOrigin'> {
  /** Absolute. State is below `<home>/grafana` and survives; the log is `<home>/logs/grafana.log`. */
  readonly home: string;
  /** Of the login `oriel`; taken when the database is made, that is at the first start. */
  readonly adminPassword: string;
  /** How the process is started. Default: once, and not again when it ends. */
  readonly start?: (spec: ProcessSpec) => Promise<{ stop(): Promise<void> }>;
}

export interface RunningGrafana {
  /** On loopback, without a trailing slash. People come through the gateway instead. */
  readonly url: string;
  stop(): Promise<void>;
}

const provisioned = ['access-control', 'alerting', 'dashboards', 'datasources', 'notifiers', 'plugins'];

/** Grafana, built if need be, on loopback. Returns when it answers and its database is there. */
export async function startGrafana(options: GrafanaOptions): Promise<RunningGrafana> {
  const { home, port, adminPassword, publicOrigin, controlOrigin, start = startProcess } = options;
  const { grafana: program } = await ensureParts(['grafana'], reportParts(options));
  if (program === undefined) throw new Error('Grafana was neither found nor built.');
  options.signal?.throwIfAborted();
  const { grafana: folder, log } = homePaths(home);
  // Nothing is provisioned by files: the worker does it by the API. Grafana complains of folders that are missing.
  for (const kind of provisioned) await mkdir(join(folder, 'provisioning', kind), { recursive: true });
  const secretKeyFile = join(folder, 'secret-key');
  // It seals what the database holds, so it lives and dies with it.
  await ensureFile(secretKeyFile, () => randomBytes(32).toString('base64url'));
  const config = join(folder, 'grafana.ini');
  await writeFile(config, grafanaIni({ folder, port, publicOrigin, controlOrigin, secretKeyFile }));
  await writeFile(join(folder, 'home.json'), JSON.stringify(homeDashboard));
  const url = `http://127.0.0.1:${port}`;
  const spec = bound({
    name: 'grafana',
    command: program,
    args: ['server', '--homepath', homeOf(program), '--config', config],
    logFile: log('grafana'),
    env: { ...withoutSettings(process.env), GF_SECURITY_ADMIN_PASSWORD: adminPassword, GOMAXPROCS: '2' },
    ready: answers(`${url}/api/health`),
    readyTimeoutMs: 120_000,
  });
  const running = await startPatiently(start, spec);
  return { url, stop: () => running.stop() };
}

type Start = NonNullable<GrafanaOptions['start']>;

const tries = 4;

/**
 * The first start of a database fails when the clock moves to the next second at the wrong moment:
 * Grafana looks for its first organization by the second it was made in, does not find it, makes it
 * again and ends. What it had begun is undone, and the next start does it anew.
 */
async function startPatiently(start: Start, spec: ProcessSpec): Promise<{ stop(): Promise<void> }> {
  for (let left = tries - 1; ; left--) {
    try {
      return await start(spec);
    } catch (error) {
      if (left === 0 || !(error as Error).message.includes('UNIQUE constraint failed: org.id')) throw error;
    }
  }
}

/** The folder with `public` and `conf`: beside the binary's own, or where packages put it. */
function homeOf(program: string): string {
  const folders = [dirname(dirname(realpathSync(program))), '/usr/share/grafana'];
  const found = folders.find((folder) => existsSync(join(folder, 'conf', 'defaults.ini')));
  if (!found) throw new Error(`${program} has no folder "conf" beside it: Grafana's pages are missing.`);
  return found;
}

/** Variables `GF_…` of whoever starts Oriel would override the configuration, and with it what keeps people apart. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GF_')));
}
