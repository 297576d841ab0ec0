import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exec } from '../exec.ts';

export type Snapshotter = 'overlayfs' | 'native';

/**
 * Layers on top of each other where the file system allows it. It does not where the state itself
 * is on an overlay, as in most containers: there every container gets a copy of its image.
 */
export async function chooseSnapshotter(nodeRoot: string): Promise<Snapshotter> {
  const probe = join(nodeRoot, 'overlay-probe');
  const folders = { lower: join(probe, 'lower'), upper: join(probe, 'upper'), work: join(probe, 'work') };
  const merged = join(probe, 'merged');
  for (const folder of [...Object.values(folders), merged]) await mkdir(folder, { recursive: true });
  const options = `lowerdir=${folders.lower},upperdir=${folders.upper},workdir=${folders.work}`;
  // In mounts of its own, so that a kill in between leaves nothing mounted.
  const mounted = await exec('unshare', ['--mount', 'mount', '-t', 'overlay', 'overlay', '-o', options, merged]).then(
    () => true,
    () => false,
  );
  await rm(probe, { recursive: true, force: true });
  return mounted ? 'overlayfs' : 'native';
}
