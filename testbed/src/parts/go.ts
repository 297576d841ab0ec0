import { getPart, type Part } from './catalog.ts';
import { environment, groupFolder } from './env.ts';
import { explainFailure, goAdvice } from './failure.ts';
import { findPart } from './find.ts';
import { type Options, startTicker } from './progress.ts';
import { goEnvironment, hostTarget, readSources } from './recipe.ts';
import { run } from './run.ts';
import { isAtLeast, parseVersion } from './version.ts';

/** @throws when this machine has no Go that can build the part, saying which one it needs. */
export async function requireGo(part: Part): Promise<string> {
  const needed = /^go (\S+)$/m.exec((await readSources(part.group))['go.mod'] ?? '')?.[1] ?? '1.26.0';
  const { code, stdout } = await run('go', ['env', 'GOVERSION', 'GOTOOLCHAIN'], {
    cwd: '/',
    env: { ...environment, GOWORK: 'off' },
  });
  if (code !== 0) throw new Error(`${part.name}: there is no working Go on PATH. ${goAdvice(needed)}`);
  const [installed = '', toolchain] = stdout.trim().split('\n');
  const version = parseVersion(installed.replace(/^go/, ''));
  const floor = parseVersion(needed);
  // Any setting but `local` lets Go 1.21 and newer fetch the toolchain that go.mod asks for.
  const canFetch = toolchain !== 'local' && version !== undefined && isAtLeast(version, [1, 21, 0]);
  if (version && floor && !isAtLeast(version, floor) && !canFetch) {
    throw new Error(`${part.name}: Go on PATH is ${installed}. ${goAdvice(needed)}`);
  }
  return installed;
}

/**
 * Downloads the modules of the parts that this machine does not have yet, all groups at the same
 * time. To be called while something else keeps the processor or the network waiting (npm).
 */
export async function prefetchModules(names: readonly string[], options: Options = {}): Promise<void> {
  const missing = await Promise.all(
    names.map(getPart).map(async (part) => ((await findPart(part)) ? undefined : part)),
  );
  const groups = Map.groupBy(
    missing.filter((part) => part !== undefined),
    ({ group }) => group,
  );
  await Promise.all([...groups.values()].map((parts) => downloadModules(parts, options)));
}

/**
 * `go list -deps` and not `go mod download`: it fetches only what the programs import. The latter
 * would also ask for modules that are only needed by tests, some of which no proxy serves.
 */
export async function downloadModules(parts: readonly Part[], { onProgress, signal }: Options): Promise<void> {
  const [first] = parts;
  if (!first) return;
  await requireGo(first);
  using ticker = startTicker(first.group, 'download', onProgress);
  const tags = [...first.tags, ...(first.generator?.tags ?? [])].join(',');
  const packages = parts.flatMap((part) => [part.package, ...(part.generator ? [part.generator.package] : [])]);
  const list = () =>
    run('go', ['list', '-deps', '-f', '', `-tags=${tags}`, ...packages], {
      cwd: groupFolder(first.group),
      // Go downloads as many modules at once as it thinks it has processors, however long the way.
      env: { ...goEnvironment(first, hostTarget(), environment), GOMAXPROCS: '16' },
      signal,
      onLine: ticker.hear,
    });
  let result = await list();
  // One retry: what came stays, and hundreds of downloads meet a hiccup now and then.
  if (result.code !== 0) result = await list();
  if (result.code !== 0) throw explainFailure(first, result.stderr);
}
