import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The one place of the parts that reads the environment. */
export const environment: NodeJS.ProcessEnv = process.env;

/** `testbed/parts`: a small Go module per program or group of programs. */
export const groupsFolder: string = fileURLToPath(new URL('../../parts', import.meta.url));

export const groupFolder = (group: string): string => join(groupsFolder, group);

/** Outside the repository, so that every checkout and worktree of a machine shares one set of builds. */
export function cacheRoot(env: NodeJS.ProcessEnv = environment): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'oriel', 'parts');
}

/** `extra`: folders where Debian puts programs that are not on every user's PATH. */
export function searchFolders(env: NodeJS.ProcessEnv = environment, extra: readonly string[] = []): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...new Set([...folders, ...extra].map((folder) => resolve(folder)))];
}
