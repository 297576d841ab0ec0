import { mkdir } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { reportParts } from '../cluster/report-parts.ts';
import { once } from '../cluster/settle.ts';
import { ensureCCompiler } from '../parts/c-compiler.ts';
import { portsFrom } from '../ports.ts';
import { type ControlPlaneOptions, startControlPlane } from './control-plane.ts';
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
import { partsNeeded, plan, portsUsed, reasonAgainstCluster } from './plan.ts';
import { assertPortsFree } from './ports-free.ts';
import { Progress } from './progress.ts';
import { rotateLogs } from './rotate-logs.ts';
import { ensureSecrets } from './secrets.ts';
import { Stack } from './stack.ts';
import type { Watcher } from './supervise.ts';
import { startTheRest } from './the-rest.ts';

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
    const withoutCluster = await reasonAgainstCluster(options);
    const withCluster = withoutCluster === undefined;
    await assertPortsFree(portsUsed(ports, options, withCluster), port);
    await ensureCCompiler(partsNeeded(withCluster), reportParts({ onProgress: listener.onNotice, signal }));
    await rotateLogs(home);
    const progress = new Progress(paths.progress, plan(options, withCluster), listener.onStep);
    const control: ControlPlaneOptions = {
      paths,
      ports,
      origin,
      secrets: await ensureSecrets(paths),
      adminEmail: options.adminEmail ?? defaultAdminEmail,
      withCluster,
      ingestHost: options.ingestHost,
      progress,
      stack,
      signal,
    };
    const running = await startControlPlane(control);
    signal.throwIfAborted();
    const adminLink = running.oneTimeToken && `${origin}/welcome/${running.oneTimeToken}`;
    const common = { url: origin, adminLink, ports, home, stop };
    const everything = startTheRest(control, running, watcher, options.second === true).then(
      ({ demo, second }): RunningOriel => ({
        ...common,
        withoutCluster,
        kubeconfigs: {
          ...(demo && { demo: demo.cluster.kubeconfigPath }),
          ...(second && { second: second.kubeconfigPath }),
        },
        clusters: {
          get demo() {
            return demo?.cluster;
          },
          second,
        },
        processes: stack.processes,
      }),
    );
    background = everything;
    // Whoever only wants the pages need not look at it.
    everything.catch(() => progress.giveUp(signal.aborted ? 'stopped' : 'a step before it failed'));
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
