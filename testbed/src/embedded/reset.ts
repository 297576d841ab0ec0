import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { homePaths } from './home.ts';
import { runningInstance } from './instance-lock.ts';
import { awayFolder } from './postgres/place.ts';

/** What a home may hold. Named one by one: a home given by mistake shall not lose anything else. */
const owned = ['running.json', 'progress.json', 'secrets', 'postgres', 'seed', 'grafana', 'cluster', 'logs'];

/**
 * Deletes the state of a home: people, projects, clusters, stored logs and metrics. Caches of built
 * parts stay.
 *
 * @throws when it runs, or when something is still mounted below it.
 */
export async function resetHome(home: string): Promise<void> {
  const instance = await runningInstance(homePaths(home).lock);
  if (instance) throw new Error(`Oriel runs in ${home} as process ${instance.pid}. Stop it first, then reset.`);
  const mounts = await mountsBelow(home);
  if (mounts.length > 0) {
    throw new Error(
      `Something is mounted below ${home}, and would be emptied as well: ${mounts.join(', ')}. Unmount it first.`,
    );
  }
  for (const name of owned) await rm(join(home, name), { recursive: true, force: true });
  await rm(dirname(awayFolder(home)), { recursive: true, force: true });
}

async function mountsBelow(home: string): Promise<string[]> {
  const table = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  const points = table.split('\n').map((line) => line.split(' ')[4] ?? '');
  return points.filter((point) => point.startsWith(`${home}/`));
}
