import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeCommand } from '../cluster/children.ts';
import { exec } from '../cluster/exec.ts';
import { containerdSocket } from '../cluster/paths.ts';
import { type Reporting, reportParts } from '../cluster/report-parts.ts';
import type { RunningCluster, RunningNode } from '../cluster/types.ts';
import { measureLayer, packImage } from './archive.ts';
import { describeImage, type ImageName } from './catalogue.ts';
import type { Image } from './image.ts';

/** What a node was given, by image. */
type Imported = Record<string, { readonly digest: string; readonly stamp: string }>;

/**
 * Puts images into every node of a cluster, one after the other, as soon as their binaries are
 * there. What a node has already is left alone, so calling it at every start costs next to nothing.
 */
export async function importImages(
  cluster: Pick<RunningCluster, 'nodes'>,
  names: readonly ImageName[],
  reporting: Reporting = {},
): Promise<void> {
  if (cluster.nodes.length === 0) return;
  for (const name of names) {
    reporting.signal?.throwIfAborted();
    const image = await describeImage(name, reportParts(reporting));
    for (const node of cluster.nodes) {
      if (await importImage(node, image)) reporting.onProgress?.(`${image.name}: imported into node ${node.name}`);
    }
  }
}

/** @returns whether there was anything to do. */
async function importImage(node: RunningNode, image: Image): Promise<boolean> {
  const record = join(node.varLib, 'oriel-testbed-images.json');
  const imported: Imported = await readFile(record, 'utf8').then(JSON.parse, () => ({}));
  const before = imported[image.name];
  const present = (await ctr(node, ['images', 'list', '-q'])).split('\n').includes(image.name);
  const stamp = await stampOf(image);
  if (present && before?.stamp === stamp) return false;
  const layer = await measureLayer(image);
  const settings = JSON.stringify([image.entrypoint, image.command, image.user, image.env]);
  const digest = `${layer.digest} ${settings}`;
  const needed = !present || before?.digest !== digest;
  if (needed) await ctr(node, ['images', 'import', '--snapshotter', node.snapshotter, '-'], packImage(image, layer));
  await writeFile(record, `${JSON.stringify({ ...imported, [image.name]: { digest, stamp } }, null, 2)}\n`);
  return needed;
}

/** Changes whenever the content may have changed, and is had without reading 400 MB of Alloy. */
async function stampOf(image: Image): Promise<string> {
  const files = await Promise.all(
    Object.values(image.binaries).map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return [file, size, mtimeMs];
    }),
  );
  return JSON.stringify([files, image]);
}

function ctr(node: RunningNode, args: readonly string[], input?: ReturnType<typeof packImage>): Promise<string> {
  const all = ['--address', containerdSocket, '--namespace', 'k8s.io', ...args];
  const [command = 'nsenter', ...rest] = nodeCommand(node.initPid, 'ctr', all);
  return exec(command, rest, { timeoutMs: 600_000, ...(input && { input }) });
}
