import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { startedAt } from '../cluster/process-identity.ts';

/** Who runs a home now, on disk. */
export interface Instance {
  readonly pid: number;
  /** Tells the process from a later one of the same number; empty where the system does not say. */
  readonly started: string;
  readonly url: string;
}

/**
 * Takes the home for this process.
 *
 * @returns how to let go of it.
 * @throws when another process that is alive has it: two servers on one database's files would destroy them.
 */
export async function lockHome(file: string, url: string): Promise<() => Promise<void>> {
  const own: Instance = { pid: process.pid, started: startedAt(process.pid) ?? '', url };
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, `${JSON.stringify(own)}\n`);
  try {
    for (;;) {
      if (await placed(beside, file)) return () => rm(file, { force: true });
      const other = await readInstance(file);
      if (other && isRunning(other)) throw alreadyRunning(other, file);
      await rm(file, { force: true });
    }
  } finally {
    await rm(beside, { force: true });
  }
}

/** The instance that has the home, if it is alive. */
export async function runningInstance(file: string): Promise<Instance | undefined> {
  const instance = await readInstance(file);
  return instance && isRunning(instance) ? instance : undefined;
}

/** A link is made or not made, with its content: no reader ever sees half a lock. */
async function placed(beside: string, file: string): Promise<boolean> {
  try {
    await link(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readInstance(file: string): Promise<Instance | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Instance;
  } catch {
    return undefined;
  }
}

/** Whether this very process is still there, not just one of its number. */
export function isRunning({ pid, started }: Pick<Instance, 'pid' | 'started'>): boolean {
  if (process.platform === 'linux') return startedAt(pid) === started;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function alreadyRunning({ pid, url }: Instance, file: string): Error {
  return new Error(
    `Oriel already runs in this home as process ${pid}: open ${url}, or stop it with Ctrl-C in its terminal (or: kill ${pid}). Another home for a second one: --home DIR --port N. (${file})`,
  );
}
