import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

const heartbeatMs = 5_000;
const abandonedMs = 60_000;
const pollMs = 500;

export interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called once when somebody else holds the lock. */
  readonly onWait?: (holder: string) => void;
}

/**
 * Runs `work` while holding a lock file, so that two processes do not compile the same program.
 *
 * A holder that died is recognised by its process id (same machine) or by a heartbeat that stopped.
 * Two waiters may in rare cases both take over from a dead holder; both then build, and the rename
 * into the cache keeps one result. Nothing but time is lost, which is why a file is enough.
 */
export async function withLock<T>(file: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  await acquire(file, options);
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), heartbeatMs);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}

async function acquire(file: string, { signal, onWait }: LockOptions): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  let waiting = false;
  while (!(await tryCreate(file))) {
    signal?.throwIfAborted();
    const holder = await readFile(file, 'utf8').catch(() => '');
    if (await isAbandoned(file, holder)) {
      await rm(file, { force: true });
      continue;
    }
    if (!waiting) onWait?.(holder.trim() || 'another process');
    waiting = true;
    await delay(pollMs, undefined, { ...(signal && { signal }) });
  }
}

async function tryCreate(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(`process ${process.pid} on ${hostname()}\n`);
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isAbandoned(file: string, holder: string): Promise<boolean> {
  const match = /^process (\d+) on (.*)$/m.exec(holder);
  if (match && match[2] === hostname() && !isAlive(Number(match[1]))) return true;
  const age = await stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  return age > abandonedMs;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
