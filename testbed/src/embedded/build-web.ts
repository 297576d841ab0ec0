import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withLock } from '../parts/lock.ts';
import { tail } from '../process/managed-process.ts';
import { repository, webFolder } from './repository.ts';
import { buildName, isBuilt, keepBuild, useBuild } from './web-builds.ts';

export const nextProgram: string = join(webFolder, 'node_modules/next/dist/bin/next');
/** Not inside the output: the build empties that. */
const lockFile = join(repository, '.oriel', 'web-build.lock');

/** Everything that ends up in the build. Tests and generated files do not; the schema stands for the client. */
const inputs = [
  'apps/web/{package.json,next.config.ts,postcss.config.*,tsconfig.json}',
  'apps/web/{src,public}/**/*',
  'packages/*/{package.json,src/**/*}',
  'prisma/schema.prisma',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  '.node-version',
];
const notInputs = /\.(test|itest|fixture)\.tsx?$|\/(generated|golden|testing)\//;

export interface BuildOptions {
  readonly logFile: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (message: string) => void;
}

export interface WebBuild {
  /** Folder of the output, relative to apps/web. It stays while this process runs. */
  readonly name: string;
  /** Whether it had to be built. */
  readonly isNew: boolean;
}

/** Builds the web application unless there is a build of these very sources. */
export async function ensureWebBuilt(options: BuildOptions): Promise<WebBuild> {
  const wait = { signal: options.signal, onWait: (holder: string) => options.onProgress(`${holder} builds it`) };
  return withLock(lockFile, wait, async () => {
    const name = buildName(await hashInputs());
    const isNew = !isBuilt(name);
    if (isNew) {
      options.onProgress('next build');
      await build(options);
      await keepBuild(name);
    }
    await useBuild(name);
    return { name, isNew };
  });
}

async function hashInputs(): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(inputs, { cwd: repository, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !notInputs.test(file)) files.push(file);
  }
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function build({ logFile, signal }: BuildOptions): Promise<void> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, [nextProgram, 'build'], {
    cwd: webFolder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', log, log],
    // Ctrl-C reaches us, and we end it.
    detached: true,
    ...(signal && { signal }),
  });
  closeSync(log);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  signal?.throwIfAborted();
  if (code !== 0) throw new Error(`The web application could not be built. End of ${logFile}:\n${tail(logFile, 25)}`);
}
