import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ManagedProcess } from '../process/managed-process.ts';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

/** Who runs a cluster now, on disk: for a start after everything was killed, and for `status`. */
export interface RunRecord {
  readonly supervisor: ProcessIdentity;
  readonly processes: readonly (ProcessIdentity & { readonly name: string; readonly logFile: string })[];
}

export async function readRunRecord(file: string): Promise<RunRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunRecord;
  } catch {
    // None, or one that was cut off: then the processes it would name are found by nobody, which
    // is what the parent-death signal of children.ts is for.
    return undefined;
  }
}

export async function writeRunRecord(file: string, managed: readonly ManagedProcess[]): Promise<void> {
  const supervisor = identify(process.pid);
  if (!supervisor) throw new Error('This system has no /proc: the testbed runs on Linux only.');
  const processes = managed.flatMap(({ name, pid, logFile }) => {
    const identity = identify(pid);
    return identity ? [{ name, logFile, ...identity }] : [];
  });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify({ supervisor, processes } satisfies RunRecord, null, 2)}\n`);
  await rename(`${file}.new`, file);
}

export const removeRunRecord = (file: string): Promise<void> => rm(file, { force: true });

/**
 * Makes sure that nobody else runs this cluster, and ends what a killed run left behind.
 *
 * @throws when its supervisor is alive: two API servers on one database would be worse than none.
 */
export async function claim(file: string): Promise<void> {
  const record = await readRunRecord(file);
  if (record && isAlive(record.supervisor)) {
    throw new Error(
      `This cluster is already run by process ${record.supervisor.pid} (${file}). Stop that one first, or choose another home.`,
    );
  }
  const strays = (record?.processes ?? []).filter(isAlive);
  for (const { pid } of strays) process.kill(pid, 'SIGKILL');
  for (let waited = 0; strays.some(isAlive) && waited < 5_000; waited += 50) await sleep(50);
  await writeRunRecord(file, []);
}
