import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import type { Part } from './catalog.ts';
import { isStaticFile } from './elf.ts';
import { environment, groupFolder } from './env.ts';
import { explainFailure } from './failure.ts';
import { findInCache, readVersion } from './find.ts';
import { requireGo } from './go.ts';
import { withLock } from './lock.ts';
import { type Options, startTicker } from './progress.ts';
import { buildFlags, cacheFolder, goEnvironment, hostTarget } from './recipe.ts';
import { run } from './run.ts';
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
  const scratch = `${folder}.partial-${process.pid}`;
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  try {
    const { flags, seconds } = await compile(part, join(scratch, part.name), options);
    await verify(part, join(scratch, part.name));
    const { size: bytes } = await stat(join(scratch, part.name));
    const { name, version, module } = part;
    const record: BuildRecord = { name, version, module, go, flags, builtAt: new Date().toISOString(), seconds, bytes };
    await writeFile(join(scratch, 'build.json'), `${JSON.stringify(record, null, 2)}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(scratch, folder);
    options.onProgress?.({ part: part.name, phase: 'built', seconds, detail: join(folder, part.name) });
    return join(folder, part.name);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function compile(part: Part, output: string, { onProgress, signal }: Options) {
  const target = hostTarget();
  const flags = buildFlags(part, target);
  using ticker = startTicker(part.name, 'build', onProgress);
  const { code, stderr } = await run('go', ['build', '-v', ...flags, '-o', output, part.package], {
    cwd: groupFolder(part.group),
    env: goEnvironment(part, target, environment),
    signal,
    onLine: ticker.hear,
    lowPriority: true,
  });
  if (code !== 0) throw explainFailure(part, stderr);
  return { flags, seconds: Math.round(ticker.seconds() * 10) / 10 };
}

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
