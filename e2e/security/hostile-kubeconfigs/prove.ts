import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { ensureDebian } from '@oriel/testbed/parts/debian';
import type { Deeds } from './trace.ts';
import type { Trial, Verdict } from './trial.ts';

export interface Sighting {
  readonly deeds: Deeds;
  /** Addresses and ports other than the permitted one that a connection arrived at. */
  readonly reached: readonly string[];
  /** Connections to the address that a cluster may have. */
  readonly permitted: number;
  /** Of the honest kubeconfig. */
  readonly control: Verdict;
  readonly verdicts: readonly (Verdict & { readonly kind: string })[];
}

/** Puts kubeconfigs before the product in a network where every forbidden address answers, and watches its system calls. */
export async function watchKubeconfigs(
  count: number,
  seed: number,
  mode: Trial['mode'] = 'product',
): Promise<Sighting> {
  const { strace = '' } = await ensureDebian(['strace', 'ip']);
  const folder = await mkdtemp(join(tmpdir(), 'oriel-hostile-'));
  try {
    const world = [
      process.execPath,
      join(import.meta.dirname, 'world.ts'),
      folder,
      strace,
      String(count),
      String(seed),
      mode,
    ];
    const { stdout } = await promisify(execFile)('unshare', ['--mount', '--net', '--kill-child', ...world], {
      maxBuffer: 64 * 1024 * 1024,
      timeout: 15 * 60_000,
    });
    return JSON.parse(stdout) as Sighting;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
