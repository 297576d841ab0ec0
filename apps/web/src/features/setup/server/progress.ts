import { readFile } from 'node:fs/promises';
import { type ProgressStep, progressFile } from '../output.ts';

/** Steps the start script writes while parts are built; none where Oriel was started another way. */
export async function readProgress(file: string | undefined): Promise<ProgressStep[]> {
  if (file === undefined) return [];
  try {
    return progressFile.parse(JSON.parse(await readFile(file, 'utf8'))).steps;
  } catch {
    // Between two writes, or never written: the page asks again in a moment.
    return [];
  }
}
