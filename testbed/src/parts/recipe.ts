import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import type { Part } from './catalog.ts';
import { cacheRoot, groupFolder } from './env.ts';

/** Operating system and processor in Go's words. */
export interface Target {
  readonly goos: string;
  readonly goarch: string;
}

export function hostTarget(): Target {
  const goarch: Record<string, string> = { x64: 'amd64', ia32: '386' };
  const goos: Record<string, string> = { win32: 'windows' };
  return { goos: goos[platform()] ?? platform(), goarch: goarch[arch()] ?? arch() };
}

/** Everything of the `go build` command line that changes what comes out, without the output file. */
export function buildFlags(part: Part, target: Target): string[] {
  const linker = ['-s', '-w', ...Object.entries(part.variables).map(([name, value]) => `-X ${name}=${value}`)];
  // Only cgo links with the C library, and only Linux has a static one.
  if (part.image && part.cgo && target.goos === 'linux') linker.push('-linkmode external', "-extldflags '-static'");
  return [
    '-trimpath',
    '-buildvcs=false',
    ...(part.tags.length > 0 ? [`-tags=${part.tags.join(',')}`] : []),
    `-ldflags=${linker.join(' ')}`,
  ];
}

/** Environment of every go command: the user's, minus what would change the result. */
export function goEnvironment(part: Pick<Part, 'cgo'>, target: Target, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    CGO_ENABLED: part.cgo ? '1' : '0',
    GOOS: target.goos,
    GOARCH: target.goarch,
    GOFLAGS: '',
    // The compiler itself collects garbage less often: a fifth of its work, for some hundred megabytes.
    GOGC: env['GOGC'] ?? '400',
    // A go.work above the repository would replace the pinned module graph.
    GOWORK: 'off',
  };
}

/** Short hash of all that decides what a build gives, the compiler's own version aside. */
export function recipeHash(part: Part, target: Target, sources: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([part.package, part.cgo, target.goos, target.goarch, buildFlags(part, target)]));
  for (const name of Object.keys(sources).sort()) hash.update(JSON.stringify([name, sources[name]]));
  return hash.digest('hex').slice(0, 12);
}

/** All that a group's folder says about its builds: go.mod, go.sum, Go files, what is below `frontend`; by name. */
export async function readSources(group: string): Promise<Record<string, string>> {
  const folder = groupFolder(group);
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => name === 'go.mod' || name === 'go.sum' || name.endsWith('.go') || /^frontend[/\\]/.test(name),
  );
  const entries = await Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
  );
  return Object.fromEntries(entries);
}

/** Folder in the cache that holds this part when built by this recipe for this machine. */
export async function cacheFolder(part: Part, target: Target = hostTarget(), root = cacheRoot()): Promise<string> {
  const hash = recipeHash(part, target, await readSources(part.group));
  return join(root, `${part.name}-${part.version}-${target.goos}-${target.goarch}-${hash}`);
}
