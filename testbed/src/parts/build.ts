import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import type { Part } from './catalog.ts';
import { type BuildJob, compile } from './compile.ts';
import { isStaticFile } from './elf.ts';
import { groupFolder } from './env.ts';
import { findInCache, readVersion } from './find.ts';
import { requireGo } from './go.ts';
import { buildGrafana } from './grafana/build-grafana.ts';
import { isAlive, withLock } from './lock.ts';
import { type Options, startTicker } from './progress.ts';
import { buildFlags, cacheFolder, hostTarget } from './recipe.ts';
import { isPinned } from './version.ts';

/** Written beside each binary as `build.json`. */
export interface BuildRecord {
  readonly name: string;
  readonly version: string;
  readonly module: string;
  readonly go: string;
  readonly flags: readonly string[];
  readonly builtAt: string;
  /** From the start of `go build` to its end: cold or not, as Go's own cache happened to be. */
  readonly seconds: number;
  readonly bytes: number;
}

/** Builds the part into the cache, unless another process just did. Gives the binary's absolute path. */
export async function buildPart(part: Part, options: Options = {}): Promise<string> {
  const folder = await cacheFolder(part);
  const lock = join(dirname(folder), '.locks', basename(folder));
  const startedAt = performance.now();
  const onWait = (holder: string) =>
    options.onProgress?.({
      part: part.name,
      phase: 'wait',
      seconds: (performance.now() - startedAt) / 1000,
      detail: `${holder} builds it`,
    });
  return withLock(lock, { signal: options.signal, onWait }, async () => {
    const builtMeanwhile = await findInCache(part);
    if (!builtMeanwhile) return compileInto(folder, part, options);
    options.onProgress?.({ part: part.name, phase: 'found', seconds: 0, detail: builtMeanwhile });
    return builtMeanwhile;
  });
}

async function compileInto(folder: string, part: Part, options: Options): Promise<string> {
  const go = await requireGo(part);
  await removePartial(folder);
  const scratch = `${folder}.partial-${process.pid}`;
  await mkdir(scratch, { recursive: true });
  try {
    using ticker = startTicker(part.name, 'build', options.onProgress);
    const flags = buildFlags(part, hostTarget());
    await recipes[part.recipe]({ part, scratch, flags, signal: options.signal, onLine: ticker.hear });
    const seconds = Math.round(ticker.seconds() * 10) / 10;
    await verify(part, join(scratch, part.file));
    const { size: bytes } = await stat(join(scratch, part.file));
    const { name, version, module } = part;
    const record: BuildRecord = { name, version, module, go, flags, builtAt: new Date().toISOString(), seconds, bytes };
    await writeFile(join(scratch, dirname(part.file), 'build.json'), `${JSON.stringify(record, null, 2)}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(scratch, folder);
    options.onProgress?.({ part: part.name, phase: 'built', seconds, detail: join(folder, part.file) });
    return join(folder, part.file);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What builds that were killed have left: gigabytes, where pages are part of it. */
async function removePartial(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.partial-`;
  for (const name of await readdir(dirname(folder)).catch(() => [])) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

const recipes: Record<Part['recipe'], (job: BuildJob) => Promise<void>> = {
  go: (job) => compile(job, groupFolder(job.part.group)),
  grafana: buildGrafana,
};

/** A binary that reports another version, or that cannot run in its image, never reaches the cache. */
async function verify(part: Part, file: string): Promise<void> {
  if (part.image && hostTarget().goos === 'linux' && !(await isStaticFile(file))) {
    throw new Error(`${part.name} came out dynamically linked, but it has to run in an image without libraries.`);
  }
  if (part.versionArgs.length === 0) return;
  const output = await readVersion(part, file);
  if (output === undefined || !isPinned(part, output)) {
    throw new Error(
      `${part.name} was built as ${part.version} but reports: ${output?.trim() ?? 'nothing (it failed)'}`,
    );
  }
}
