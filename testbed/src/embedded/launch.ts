import { mkdir } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { assertMachineFits } from '../cluster/preflight.ts';
import { allSettledOrThrow, once } from '../cluster/settle.ts';
import { prefetchModules } from '../parts/go.ts';
import { type Ports, portsFrom } from '../ports.ts';
import { startDemo, startSecond } from './clusters.ts';
import { type ControlPlaneOptions, type RunningControlPlane, startControlPlane } from './control-plane.ts';
import { homePaths } from './home.ts';
import { lockHome } from './instance-lock.ts';
import {
  defaultAdminEmail,
  defaultPort,
  type LaunchedOriel,
  originOf,
  type RunningOriel,
  type StartOptions,
} from './options.ts';
import { assertPortsFree, type PortUse } from './ports-free.ts';
import { Progress } from './progress.ts';
import { rotateLogs } from './rotate-logs.ts';
import { ensureSecrets } from './secrets.ts';
import { startSeed } from './seed.ts';
import { Stack } from './stack.ts';
import type { Watcher } from './supervise.ts';

/**
 * Starts Oriel on this machine and returns as soon as its sign-in page can be used; stores, ingest
 * gateway and clusters follow (`everything`).
 *
 * @throws with a sentence that says what to do; nothing is left running then.
 */
export async function launchOriel(options: StartOptions): Promise<LaunchedOriel> {
  const { home, port = defaultPort, listener = {} } = options;
  if (!isAbsolute(home)) throw new Error(`The home must be an absolute path, not "${home}".`);
  const ports = portsFrom(port);
  const origin = originOf(port);
  const paths = homePaths(home);
  await mkdir(home, { recursive: true });
  const unlock = await lockHome(paths.lock, origin);
  const watcher: Watcher = {
    onCrash: (crash) => listener.onCrash?.(crash),
    onRestarted: (name) => listener.onRestarted?.(name),
  };
  const stack = new Stack(watcher);
  stack.push({ stop: unlock });
  const aborting = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, aborting.signal]) : aborting.signal;
  let background: Promise<unknown> = Promise.resolve();
  const stop = once(async () => {
    aborting.abort(new Error('Oriel is being stopped.'));
    await background.catch(() => undefined);
    await stack.stop();
  });
  try {
    await assertPortsFree(portsUsed(ports), port);
    await rotateLogs(home);
    const withoutCluster = await reasonAgainstCluster(options);
    const progress = new Progress(paths.progress, plan(options, withoutCluster === undefined), listener.onStep);
    const control: ControlPlaneOptions = {
      paths,
      ports,
      origin,
      secrets: await ensureSecrets(paths),
      adminEmail: options.adminEmail ?? defaultAdminEmail,
      withCluster: withoutCluster === undefined,
      ingestHost: options.ingestHost,
      progress,
      stack,
      signal,
    };
    const running = await startControlPlane(control);
    const adminLink = running.oneTimeToken && `${origin}/welcome/${running.oneTimeToken}`;
    const common = { url: origin, adminLink, ports, home, stop };
    const everything = startTheRest(control, running, watcher, options.second === true).then(
      (kubeconfigs): RunningOriel => ({ ...common, kubeconfigs, withoutCluster }),
    );
    background = everything;
    // Whoever only wants the pages need not look at it.
    everything.catch(() => progress.giveUp('not started: a step before it failed'));
    return { ...common, everything, kill: () => stack.kill() };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts Oriel and everything beside it; returns when all of it is ready, and stops all of it when something fails. */
export async function startOriel(options: StartOptions): Promise<RunningOriel> {
  const launched = await launchOriel(options);
  try {
    return await launched.everything;
  } catch (error) {
    await launched.stop();
    throw error;
  }
}

async function startTheRest(
  control: ControlPlaneOptions,
  running: RunningControlPlane,
  watcher: Watcher,
  withSecond: boolean,
): Promise<RunningOriel['kubeconfigs']> {
  const { withCluster, signal } = control;
  const names = withCluster ? [...storeParts, ...clusterParts] : storeParts;
  // Every missing module comes over the network while the first part is compiled; a failure is told by the part that needs it.
  const prefetch = prefetchModules(names, { signal }).catch(() => undefined);
  const kubeconfigs: { demo?: string; second?: string } = {};
  // Stores first: what the first page needs is built before what takes longest.
  const { promise: built, resolve } = Promise.withResolvers<void>();
  const work: Promise<unknown>[] = [prefetch, startSeed(control, running.authority, resolve)];
  const clusters = async () => {
    await built;
    signal.throwIfAborted();
    if (withCluster) kubeconfigs.demo = await startDemo(control, running, watcher);
    if (withSecond) kubeconfigs.second = await startSecond(control);
  };
  work.push(clusters());
  await allSettledOrThrow(work);
  return kubeconfigs;
}

const storeParts = ['loki', 'mimir'];
const clusterParts = [
  ...['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'kube-proxy', 'kubectl'],
  ...['kube-state-metrics', 'node-exporter', 'alloy'],
];

function plan({ second }: StartOptions, withCluster: boolean): Record<string, string> {
  return {
    postgres: 'Database (PostgreSQL)',
    schema: 'Database schema',
    'web-build': 'Pages built',
    gateway: 'Gateway and worker',
    web: 'Sign-in page',
    stores: 'Stores (Loki, Mimir)',
    ingest: 'Ingest gateway (nginx)',
    ...(withCluster && {
      cluster: 'Demo cluster (Kubernetes)',
      workload: 'Sample workload',
      agents: 'Agents (Alloy, kube-state-metrics, node-exporter)',
      demo: 'Demo cluster registered',
    }),
    ...(second && { second: 'Second cluster (nodes faked)' }),
  };
}

async function reasonAgainstCluster({ cluster, home }: StartOptions): Promise<string | undefined> {
  if (cluster === false) return 'It was switched off.';
  try {
    await assertMachineFits(home, 'demo');
    return undefined;
  } catch (error) {
    if (cluster === true) throw error;
    return (error as Error).message;
  }
}

function portsUsed(ports: Ports): PortUse[] {
  return [
    { port: ports.front, what: 'the front door' },
    { port: ports.web, what: 'the pages' },
    { port: ports.remoteConfig, what: 'remote configuration' },
    { port: ports.postgres, what: 'PostgreSQL' },
    { port: ports.lokiHttp, what: 'Loki' },
    { port: ports.lokiGrpc, what: 'Loki (gRPC)' },
    { port: ports.mimirHttp, what: 'Mimir' },
    { port: ports.mimirGrpc, what: 'Mimir (gRPC)' },
    { port: ports.ingest, what: 'the ingest gateway' },
  ];
}
