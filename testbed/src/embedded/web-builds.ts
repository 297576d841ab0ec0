import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startedAt } from '../cluster/process-identity.ts';
import { isRunning } from './instance-lock.ts';
import { webFolder } from './repository.ts';

/**
 * Finished builds of the pages, a folder per state of their sources: `apps/web/.next-<hash>`. Next
 * builds in place, which would take the pages of a product that runs away from it. They stand
 * beside `.next`, not elsewhere: links inside are relative.
 */
const prefix = '.next-';
/** Who runs a build: a file per process, named by its id, that says since when. */
const users = 'oriel-users';
/** What only the next build or the editor needs. */
const notNeeded = /^(cache|dev|types|diagnostics|trace.*|turbopack)$/;

/** Name of the folder, relative to apps/web: what `distDir` is set to. */
export const buildName = (hash: string): string => `${prefix}${hash.slice(0, 12)}`;

export const isBuilt = (name: string, web = webFolder): boolean => existsSync(join(web, name, 'BUILD_ID'));

/** Takes over what `next build` left in `.next`. */
export async function keepBuild(name: string, web = webFolder): Promise<void> {
  const from = join(web, '.next');
  const partial = join(web, `${name}.partial`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  for (const entry of await readdir(from)) {
    if (notNeeded.test(entry)) continue;
    await cp(join(from, entry), join(partial, entry), { recursive: true, verbatimSymlinks: true });
  }
  await rm(join(web, name), { recursive: true, force: true });
  await rename(partial, join(web, name));
}

/** Notes that this process runs the build, and removes those that nobody runs. */
export async function useBuild(name: string, web = webFolder): Promise<void> {
  const own = join(web, name, users);
  await mkdir(own, { recursive: true });
  await writeFile(join(own, String(process.pid)), startedAt(process.pid) ?? '');
  for (const other of await readdir(web)) {
    if (!other.startsWith(prefix) || other === name || (await isInUse(join(web, other)))) continue;
    await rm(join(web, other), { recursive: true, force: true });
  }
}

async function isInUse(folder: string): Promise<boolean> {
  const names = await readdir(join(folder, users)).catch(() => []);
  for (const name of names) {
    const started = await readFile(join(folder, users, name), 'utf8');
    if (isRunning({ pid: Number(name), started })) return true;
  }
  return false;
}
