import { getPart, type Part } from './catalog.ts';
import { installMissing } from './debian.ts';
import { environment } from './env.ts';
import { findPart } from './find.ts';
import type { Options } from './progress.ts';
import { hostTarget } from './recipe.ts';
import { run } from './run.ts';

/** What Debian calls them; the second has headers and the static C library. */
const packages = ['gcc', 'libc6-dev'];

/**
 * A C compiler, and where a part goes into an image a static C library, for those of the parts that have to be built
 * with cgo. Asked before the first of them is compiled: Alloy comes last, an hour later.
 *
 * @throws what is missing where this is not root on a system with apt, which installs it.
 */
export async function ensureCCompiler(names: readonly string[], options: Options = {}): Promise<void> {
  const missing: Part[] = [];
  for (const part of names.map(getPart)) if (part.cgo && !(await findPart(part))) missing.push(part);
  if (missing.length === 0) return;
  const isStatic = hostTarget().goos === 'linux' && missing.some(({ image }) => image);
  if (await hasCompiler(isStatic)) return;
  const library = isStatic ? ' with a static C library' : '';
  await installMissing(
    [`a C compiler${library} (for ${missing.map(({ name }) => name).join(' and ')})`],
    packages,
    options,
  );
  if (await hasCompiler(isStatic)) return;
  throw new Error(
    `There is still no C compiler${library} after installing ${packages.join(' and ')}. Set CC to yours.`,
  );
}

async function hasCompiler(isStatic: boolean): Promise<boolean> {
  const fallback = hostTarget().goos === 'darwin' ? 'clang' : 'gcc';
  // A compiler that has the library answers with its path, any other with the bare name.
  const asked = await run(environment['CC'] ?? fallback, ['-print-file-name=libc.a'], { env: environment });
  return asked.code === 0 && (!isStatic || asked.stdout.trim().startsWith('/'));
}
