import { buildPart } from './build.ts';
import { ensureCCompiler } from './c-compiler.ts';
import { getPart, type Part } from './catalog.ts';
import { findPart } from './find.ts';
import { downloadModules } from './go.ts';
import type { Options } from './progress.ts';

const inFlight = new Map<string, Promise<string>>();
let lastBuild: Promise<unknown> = Promise.resolve();

/**
 * Absolute path of a part's binary: from PATH in a version that will do, else from the cache, else
 * built now, which takes minutes. Concurrent calls for one part share one build.
 *
 * @throws an Error whose message says what to do (Go missing or too old, no network, no C compiler).
 */
export function ensurePart(name: string, options: Options = {}): Promise<string> {
  const running = inFlight.get(name);
  if (running) return running;
  const started = findOrBuild(getPart(name), options).finally(() => inFlight.delete(name));
  inFlight.set(name, started);
  return started;
}

async function findOrBuild(part: Part, options: Options): Promise<string> {
  const found = await findPart(part);
  if (found) {
    options.onProgress?.({ part: part.name, phase: 'found', seconds: 0, detail: found.path });
    return found.path;
  }
  return inTurn(() => buildPart(part, options));
}

/** One build at a time: each uses every processor by itself, and two at once need twice the memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = lastBuild.then(work, work);
  // What waits for its turn does so whether or not this build succeeds; its caller sees the failure.
  lastBuild = turn.catch(() => undefined);
  return turn;
}

/**
 * Several parts, in the order given: what is needed first comes first. Modules of all groups
 * download side by side at once; a build begins as soon as those of its own group are there.
 */
export async function ensureParts(
  names: readonly string[],
  options: Options = {},
): Promise<Readonly<Record<string, string>>> {
  await ensureCCompiler(names, options);
  const missing: Part[] = [];
  for (const part of names.map(getPart)) if (!(await findPart(part))) missing.push(part);
  const downloads = new Map<string, Promise<void>>();
  for (const [group, parts] of Map.groupBy(missing, ({ group }) => group)) {
    const download = downloadModules(parts, options);
    // Its failure belongs to the part that waits for it, not to an unhandled rejection before that.
    download.catch(() => undefined);
    downloads.set(group, download);
  }
  const paths: Record<string, string> = {};
  for (const name of names) {
    await downloads.get(getPart(name).group);
    paths[name] = await ensurePart(name, options);
  }
  return paths;
}
