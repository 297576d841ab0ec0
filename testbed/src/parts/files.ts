import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';

export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Every executable of that name in the folders, in their order. */
export async function executablesIn(folders: readonly string[], name: string): Promise<string[]> {
  const candidates = folders.map((folder) => join(folder, name));
  const checked = await Promise.all(candidates.map(isExecutable));
  return candidates.filter((_, index) => checked[index]);
}
