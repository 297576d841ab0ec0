import process from 'node:process';
import { installPackages } from './apt.ts';
import { cniFolders, debianFolders, getDebianProgram } from './debian-packages.ts';
import { isStaticFile } from './elf.ts';
import { searchFolders } from './env.ts';
import { executablesIn } from './files.ts';
import type { Options } from './progress.ts';

export { debianNames } from './debian-packages.ts';

/** Absolute path of one of {@link debianNames} if this machine has it. Never installs anything. */
export async function findDebian(name: string): Promise<string | undefined> {
  const program = getDebianProgram(name);
  const folders = name.startsWith('cni-') ? cniFolders : searchFolders(undefined, debianFolders);
  for (const file of await executablesIn(folders, program.file)) {
    if (!program.image || (await isStaticFile(file))) return file;
  }
  return undefined;
}

/**
 * Absolute paths of the programs. As root on a system with apt, packages that are missing are
 * installed, which is said beforehand; anywhere else they are named in an error.
 */
export async function ensureDebian(
  names: readonly string[],
  options: Options = {},
): Promise<Readonly<Record<string, string>>> {
  const before = await findAll(names);
  if (before.missing.length === 0) return before.paths;
  const packages = packagesOf(before.missing);
  await installMissing(before.missing, packages, options);
  const after = await findAll(names);
  if (after.missing.length === 0) return after.paths;
  throw new Error(
    `Still missing after installing ${packages.join(', ')}: ${after.missing.join(', ')}. Put them on PATH yourself.`,
  );
}

/** @throws what is missing where this is not root on a system with apt. */
export async function installMissing(
  missing: readonly string[],
  packages: readonly string[],
  options: Options,
): Promise<void> {
  await assertMayInstall(missing, packages);
  await installPackages(packages, options);
}

async function findAll(names: readonly string[]) {
  const paths: Record<string, string> = {};
  const missing: string[] = [];
  for (const name of names) {
    const path = await findDebian(name);
    if (path) paths[name] = path;
    else missing.push(name);
  }
  return { paths, missing };
}

const packagesOf = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => getDebianProgram(name).package)),
];

async function assertMayInstall(missing: readonly string[], packages: readonly string[]): Promise<void> {
  const [apt] = await executablesIn(searchFolders(undefined, debianFolders), 'apt-get');
  if (apt && process.getuid?.() === 0) return;
  const what = `The testbed needs what is not on this machine: ${missing.join(', ')}.`;
  if (!apt)
    throw new Error(`${what} Debian has them as ${packages.join(', ')}; install them the way this system does.`);
  throw new Error(`${what} Run: sudo apt-get install --no-install-recommends ${packages.join(' ')}`);
}
