import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheRoot, environment } from '../parts/env.ts';
import { isExecutable } from '../parts/files.ts';
import { hostTarget } from '../parts/recipe.ts';
import { run } from '../parts/run.ts';

/** Programs of the testbed's own: Go, standard library only, one folder each. */
const folders = {
  pause: fileURLToPath(new URL('pause', import.meta.url)),
  'sample-workload': fileURLToPath(new URL('../../workload', import.meta.url)),
} as const;

export type OwnProgram = keyof typeof folders;

const inFlight = new Map<OwnProgram, Promise<string>>();

/** Absolute path of the static binary, built in seconds when its sources have changed. */
export function ensureOwnProgram(name: OwnProgram): Promise<string> {
  const running = inFlight.get(name) ?? build(name).finally(() => inFlight.delete(name));
  inFlight.set(name, running);
  return running;
}

async function build(name: OwnProgram): Promise<string> {
  const source = folders[name];
  const { goos, goarch } = hostTarget();
  const folder = join(cacheRoot(), `${name}-${goos}-${goarch}-${await sourceHash(source)}`);
  const target = join(folder, name);
  if (await isExecutable(target)) return target;
  await mkdir(folder, { recursive: true });
  const fresh = `${target}.${randomUUID()}`;
  const { code, stderr } = await run(
    'go',
    ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', fresh, '.'],
    {
      cwd: source,
      env: { ...environment, CGO_ENABLED: '0', GOOS: 'linux', GOARCH: goarch, GOFLAGS: '', GOWORK: 'off' },
    },
  );
  if (code !== 0) throw new Error(`${name} could not be built from ${source}: ${stderr.trim() || 'is Go on PATH?'}`);
  await rename(fresh, target);
  return target;
}

async function sourceHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(folder)).filter((name) => name === 'go.mod' || name.endsWith('.go')).sort();
  for (const name of names) hash.update(`${name}\n`).update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}
