// Runs a TypeScript program of this repository on a machine that has only Node 20+ and npm:
// puts Node 24 and pnpm (from npm, pinned) into the user's cache, installs the workspace, then
// hands over. Plain JavaScript, no dependencies: it is the first thing a fresh clone runs.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const nodeVersion = readFileSync(join(root, '.node-version'), 'utf8').trim();
const pnpmVersion = pkg.config.pnpm;
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'oriel');
const toolchain = join(cache, 'toolchain', `node-${nodeVersion}-pnpm-${pnpmVersion}`);
const started = Date.now();

function say(text) {
  process.stdout.write(`[${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s] ${text}\n`);
}

function fail(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

function run(command, args, options) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (done.error) fail(`Cannot run ${command}: ${done.error.message}`);
  return done.status ?? 1;
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Oriel needs Node 20 or newer to start; this is ${process.version}. Install a newer Node and try again.`);
}

if (!existsSync(join(toolchain, 'ready'))) {
  say(`Fetching Node ${nodeVersion} and pnpm ${pnpmVersion} from npm (once).`);
  const fresh = `${toolchain}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, 'package.json'), '{"private":true}\n');
  const status = run('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefix',
    fresh,
    `node@${nodeVersion}`,
    `pnpm@${pnpmVersion}`,
  ]);
  if (status !== 0)
    fail(
      'npm could not install Node and pnpm. Check that this machine reaches its npm registry, then run the command again.',
    );
  writeFileSync(join(fresh, 'ready'), '');
  try {
    renameSync(fresh, toolchain);
  } catch {
    // Another start was faster: its copy is as good.
    rmSync(fresh, { recursive: true, force: true });
  }
}

const node = join(toolchain, 'node_modules', 'node', 'bin', 'node');
const env = {
  ...process.env,
  PATH: [
    join(root, 'node_modules', '.bin'),
    dirname(node),
    join(toolchain, 'node_modules', '.bin'),
    process.env.PATH,
  ].join(delimiter),
};
delete env.NODE_OPTIONS;

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'pnpm-lock.yaml')))
  .update(nodeVersion)
  .digest('hex');
const stampFile = join(root, 'node_modules', '.oriel-installed');
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
  // Compiling Loki, Mimir, Alloy and Kubernetes is the long pole of a first start: fetch their
  // sources while npm's packages arrive (needs nothing installed).
  const prefetch = join(root, 'testbed/src/parts/prefetch.ts');
  const background = spawn(node, [prefetch], { cwd: root, env, stdio: 'ignore' });
  process.on('exit', () => background.kill());
  say('Installing the workspace with pnpm.');
  const status = run(
    node,
    [
      join(toolchain, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs'),
      'install',
      '--frozen-lockfile',
      '--prefer-offline',
      '--reporter=append-only',
      // The sources of the parts arrive at the same time: a slow package is no reason to give up.
      '--config.fetch-retries=6',
      '--config.fetch-timeout=180000',
    ],
    { env },
  );
  if (status !== 0) fail('pnpm install failed; the reason is above. Nothing was started.');
  writeFileSync(stampFile, wanted);
}

// Written by no one but the generator, so it is not in the repository.
const schema = createHash('sha256')
  .update(wanted)
  .update(readFileSync(join(root, 'prisma/schema.prisma')))
  .digest('hex');
const generated = join(root, 'packages/db/src/generated', '.oriel-generated');
if (!existsSync(generated) || readFileSync(generated, 'utf8') !== schema) {
  say('Generating the database client.');
  if (run(node, [join(root, 'scripts/generate.ts')], { env }) !== 0)
    fail('The database client could not be generated; the reason is above. Nothing was started.');
  writeFileSync(generated, schema);
}

const [script, ...args] = process.argv.slice(2);
if (!script) fail('Usage: node scripts/bootstrap.mjs <script.ts> [arguments]');
const child = spawn(node, [script, ...args], { cwd: root, env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
