import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const keepBytes = 20 * 1024 * 1024;

/** Makes the folder; logs are appended to from start to start, so what has grown large steps aside once. */
export async function prepareLogs(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    if (name.endsWith('.log') && (await stat(file)).size > keepBytes) await rename(file, `${file}.old`);
  }
}
