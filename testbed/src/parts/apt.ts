import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot, environment } from './env.ts';
import { withLock } from './lock.ts';
import { type Options, startTicker } from './progress.ts';
import { run } from './run.ts';

const policyFile = '/usr/sbin/policy-rc.d';
const policy = "#!/bin/sh\n# Oriel's testbed, while it installs packages: their services stay off.\nexit 101\n";

/**
 * Installs Debian packages without starting the services that come with them: Debian would start
 * etcd, containerd and nginx on their well-known ports at once, where the testbed (or the user's
 * own etcd) wants to be. policy-rc.d is Debian's own way to say no; 101 means "forbidden".
 */
export async function installPackages(packages: readonly string[], options: Options): Promise<void> {
  const label = packages.join(', ');
  const detail = 'by apt-get, as root; services that come with them are not started';
  options.onProgress?.({ part: label, phase: 'install', seconds: 0, detail });
  // Two installations at once would remove each other's policy.
  await withLock(join(cacheRoot(), '.locks', 'apt'), { signal: options.signal }, async () => {
    const isOurs = await forbidServices();
    try {
      await install(packages, label, options);
    } finally {
      if (isOurs) await rm(policyFile, { force: true });
    }
  });
}

async function install(packages: readonly string[], label: string, options: Options): Promise<void> {
  const first = await aptGet(['install', ...packages], label, options);
  if (first.code === 0) return;
  // No package lists yet, or lists that are older than the mirror.
  await aptGet(['update'], label, options);
  const second = await aptGet(['install', ...packages], label, options);
  if (second.code === 0) return;
  const reason = second.stderr.trim().split('\n').slice(-6).join('\n');
  throw new Error(`apt-get could not install ${label}. Try it by hand, then start again:\n${reason}`);
}

async function aptGet(args: readonly string[], label: string, { onProgress, signal }: Options) {
  using ticker = startTicker(label, 'install', onProgress);
  return run('apt-get', ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
    signal,
    onLine: ticker.hear,
  });
}

/** @returns whether the policy is ours to remove: containers often have one of their own, and it stays. */
async function forbidServices(): Promise<boolean> {
  try {
    await writeFile(policyFile, policy, { mode: 0o755, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Ours from a run that was killed would keep services off for good.
    return (await readFile(policyFile, 'utf8')) === policy;
  }
}
