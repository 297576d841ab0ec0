import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Reporting, reportParts } from '../cluster/report-parts.ts';
import { bound } from '../embedded/bound.ts';
import { homePaths } from '../embedded/home.ts';
import { ensureParts } from '../parts/ensure.ts';
import type { Ports } from '../ports.ts';
import { answers, type ProcessSpec, startProcess } from '../process/managed-process.ts';
import { lokiConfig } from './loki-config.ts';
import { mimirConfig } from './mimir-config.ts';

type StorePorts = Pick<Ports, 'lokiHttp' | 'lokiGrpc' | 'mimirHttp' | 'mimirGrpc'>;

export interface StoreOptions extends Reporting {
  /** Absolute. Data is below `<home>/seed/<store>`, the log is `<home>/logs/<store>.log`. Both survive. */
  readonly home: string;
  readonly ports: StorePorts;
  /** That one query to Mimir may name; 100 unless a test needs more. */
  readonly mostTenants?: number;
  /** How each process is started. Default: once, and not again when it ends. */
  readonly start?: (spec: ProcessSpec) => Promise<Stoppable>;
}

export interface Stoppable {
  stop(): Promise<void>;
}

export interface SeedStores extends Stoppable {
  /** Base addresses without a trailing slash; every request needs X-Scope-OrgID. Mimir's API is below `/prometheus`. */
  readonly logsUrl: string;
  readonly metricsUrl: string;
}

/** Loki and Mimir, built if need be, on loopback. Returns when both are ready, in about two seconds when they are built. */
export async function startSeedStores(options: StoreOptions): Promise<SeedStores> {
  const { home, ports, start = startProcess } = options;
  const programs = await ensureParts(['loki', 'mimir'], reportParts(options));
  options.signal?.throwIfAborted();
  const specs = await Promise.all([lokiProcess(home, ports, programs), mimirProcess(options, programs)]);
  const started = await Promise.allSettled(specs.map(start));
  const stop = async () => {
    await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
  };
  const failed = started.find((one) => one.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { logsUrl: base(ports.lokiHttp), metricsUrl: base(ports.mimirHttp), stop };
}

const base = (port: number) => `http://127.0.0.1:${port}`;

async function lokiProcess(home: string, ports: StorePorts, programs: Readonly<Record<string, string>>) {
  const { loki, log } = homePaths(home);
  const config = await writeConfig(loki, 'loki.yaml', lokiConfig(loki, ports));
  return store('loki', programs, log('loki'), [`-config.file=${config}`], ports.lokiHttp);
}

async function mimirProcess({ home, ports, mostTenants }: StoreOptions, programs: Readonly<Record<string, string>>) {
  const { mimir, log } = homePaths(home);
  const config = await writeConfig(mimir, 'mimir.yaml', mimirConfig(mimir, ports, mostTenants));
  return store('mimir', programs, log('mimir'), [`-config.file=${config}`], ports.mimirHttp);
}

function store(
  name: 'loki' | 'mimir',
  programs: Readonly<Record<string, string>>,
  logFile: string,
  args: readonly string[],
  port: number,
): ProcessSpec {
  const command = programs[name];
  if (command === undefined) throw new Error(`${name} was neither found nor built.`);
  return bound({
    name,
    command,
    args,
    logFile,
    // Few, since its processors are shared with everything else here; but more than two, so that the kernel and not
    // Go's own scheduler, which lets a busy query run 10 ms, decides who goes next. Garbage that a heavy query leaves is
    // collected half as often as by default: collections take the processors that small queries need.
    env: { ...process.env, GOMAXPROCS: '3', GOGC: '200', GOMEMLIMIT: '1GiB' },
    ready: answers(`${base(port)}/ready`),
    readyTimeoutMs: 90_000,
    // It writes out what it holds in memory.
    stopTimeoutMs: 60_000,
  });
}

async function writeConfig(folder: string, name: string, config: object): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(file, `# Written at every start.\n${stringify(config)}`);
  return file;
}
