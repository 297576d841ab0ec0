import { join } from 'node:path';
import type { Part } from './catalog.ts';
import { isStaticFile } from './elf.ts';
import { searchFolders } from './env.ts';
import { executablesIn, isExecutable } from './files.ts';
import { cacheFolder } from './recipe.ts';
import { run } from './run.ts';
import { fits } from './version.ts';

const versionTimeoutMs = 10_000;

export interface Found {
  readonly path: string;
  readonly origin: 'path' | 'cache';
}

/** The part if this machine has it already: on PATH in a version that will do, else in the cache. */
export async function findPart(part: Part): Promise<Found | undefined> {
  const onPath = await findOnPath(part);
  if (onPath) return { path: onPath, origin: 'path' };
  const cached = await findInCache(part);
  return cached ? { path: cached, origin: 'cache' } : undefined;
}

export async function findInCache(part: Part): Promise<string | undefined> {
  const file = join(await cacheFolder(part), part.file);
  return (await isExecutable(file)) ? file : undefined;
}

async function findOnPath(part: Part): Promise<string | undefined> {
  if (part.versionArgs.length === 0) return undefined;
  for (const file of await executablesIn(searchFolders(), part.command)) {
    if (part.image && !(await isStaticFile(file))) continue;
    const output = await readVersion(part, file);
    if (output !== undefined && fits(part, output)) return file;
  }
  return undefined;
}

/** What the program prints about its version; some print it to standard error. */
export async function readVersion(part: Part, file: string): Promise<string | undefined> {
  const { code, stdout, stderr } = await run(file, part.versionArgs, { timeoutMs: versionTimeoutMs });
  return code === 0 ? `${stdout}${stderr}` : undefined;
}
