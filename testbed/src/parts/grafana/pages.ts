import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { BuildJob } from '../compile.ts';
import { environment } from '../env.ts';
import { run } from '../run.ts';
import { explainPagesFailure } from './failure.ts';

const tries = 3;

export interface PagesPlace {
  /** Everything that is made on the way. */
  readonly work: string;
  /** The prepared sources. */
  readonly source: string;
  readonly nodeVersion: string;
}

/** Brings the release of Node and the packages that the pages are built with. */
export async function installPackages(job: BuildJob, { work, source, nodeVersion }: PagesPlace): Promise<void> {
  const folder = join(work, 'node');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}\n');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await retried(job, 'npm', ['install', ...quiet, '--prefix', folder, `node@${nodeVersion}`], folder, environment);
  const yarn = await run('sh', ['-c', 'echo .yarn/releases/yarn-*.cjs'], { cwd: source });
  await retried(job, nodeOf(work), [yarn.stdout.trim(), 'install'], source, {
    ...nodeEnvironment(work),
    ...(await npmsNetwork()),
    YARN_GLOBAL_FOLDER: join(work, 'yarn'),
  });
}

/** Runs webpack over the prepared sources: `public/build`, `public/lib` and `public/views` are its result. */
export async function bundlePages(job: BuildJob, { work, source }: PagesPlace): Promise<void> {
  // Some plug-ins import their packages as modules: those are found by the loader, the others by the hook.
  const plugAndPlay = ['--no-warnings', '--experimental-loader', './.pnp.loader.mjs', '--require', './.pnp.cjs'];
  // Measured: 1.9 GB in all. Without a limit Node takes what it thinks the machine has.
  const args = ['--max-old-space-size=4096', ...plugAndPlay, 'scripts/webpack/build.cjs'];
  const { code, stderr } = await run(nodeOf(work), args, {
    cwd: source,
    env: { ...nodeEnvironment(work), NODE_ENV: 'production' },
    signal: job.signal,
    onLine: job.onLine,
    lowPriority: true,
  });
  if (code !== 0) throw explainPagesFailure('bundled', stderr);
}

const nodeOf = (work: string): string => join(work, 'node', 'node_modules', 'node', 'bin', 'node');

function nodeEnvironment(work: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _ours, ...rest } = environment;
  return { ...rest, PATH: [dirname(nodeOf(work)), environment.PATH].join(delimiter) };
}

/** Yarn does not read npm's settings: a machine whose npm goes through a mirror or a proxy has them there. */
async function npmsNetwork(): Promise<Record<string, string>> {
  const variables = {
    YARN_NPM_REGISTRY_SERVER: 'registry',
    YARN_CA_FILE_PATH: 'cafile',
    YARN_HTTP_PROXY: 'proxy',
    YARN_HTTPS_PROXY: 'https-proxy',
  };
  const found: Record<string, string> = {};
  for (const [variable, key] of Object.entries(variables)) {
    const value = (await run('npm', ['config', 'get', key], { cwd: '/' })).stdout.trim();
    if (value !== '' && value !== 'null' && value !== 'undefined') found[variable] = value;
  }
  return found;
}

/** Thousands of downloads meet a hiccup now and then; what came stays. */
async function retried(
  { signal, onLine }: BuildJob,
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  for (let left = tries - 1; ; left--) {
    const { code, stderr } = await run(command, args, {
      cwd,
      env,
      signal,
      onLine,
      talksOnOutput: true,
      lowPriority: true,
    });
    if (code === 0) return;
    if (left === 0) throw explainPagesFailure('installed', stderr);
  }
}
