import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const limit = 10 * 1024 * 1024;

/** Before a start: a log of more than 10 MiB becomes `<name>.1`, in place of the one before. */
export async function rotateLogs(home: string): Promise<void> {
  const folder = join(home, 'logs');
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.log'))) {
    const file = join(folder, name);
    if ((await stat(file)).size > limit) await rename(file, `${file}.1`);
  }
}
