import { setTimeout as sleep } from 'node:timers/promises';
import { type ManagedProcess, type ProcessSpec, startProcess, tail } from '../process/managed-process.ts';

export interface Watcher {
  /** A process that was ready has ended unasked; `end` is the end of its log. */
  readonly onCrash: (crash: Crash) => void;
  readonly onRestarted: (name: string) => void;
}

export interface Crash {
  readonly name: string;
  /** `code 1` or `signal SIGKILL`. */
  readonly how: string;
  readonly logFile: string;
  readonly end: string;
  readonly retryInSeconds: number;
}

export interface Supervised {
  readonly name: string;
  /** Of the run of the moment; undefined between two. */
  pid(): number | undefined;
  /** Ends it for good. Safe to call twice. */
  stop(): Promise<void>;
}

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;
/** A process that ran this long was well: the next crash begins with the short delay again. */
const wellAfterMs = 60_000;

/** How long to wait before the try after `failures` crashes in a row: 1, 2, 4 … 30 seconds. */
export function restartDelayMs(failures: number): number {
  return Math.min(firstDelayMs * 2 ** Math.max(0, failures - 1), longestDelayMs);
}

/** Starts a process and keeps it running until it is stopped. Throws when the first start fails. */
export async function supervise(spec: ProcessSpec, watcher: Watcher): Promise<Supervised> {
  const stopping = new AbortController();
  let current: ManagedProcess | undefined = await startProcess(spec);
  let loop: Promise<void> | undefined;

  async function keepRunning(first: ManagedProcess): Promise<void> {
    let managed = first;
    let failures = 0;
    for (;;) {
      const startedAt = Date.now();
      const { code, signal } = await managed.exited;
      current = undefined;
      // Workers that outlive their master would hold its ports against the next one.
      endGroup(managed.pid, 'SIGKILL');
      if (stopping.signal.aborted) return;
      failures = Date.now() - startedAt > wellAfterMs ? 1 : failures + 1;
      const how = signal === null ? `code ${code}` : `signal ${signal}`;
      const next = await startAgain(failures, how);
      if (!next) return;
      managed = next;
      watcher.onRestarted(spec.name);
    }
  }

  /** Tries until it is ready; undefined when it was stopped meanwhile. */
  async function startAgain(failures: number, how: string): Promise<ManagedProcess | undefined> {
    for (let attempt = failures; ; attempt++) {
      const delay = restartDelayMs(attempt);
      const { name, logFile } = spec;
      watcher.onCrash({ name, how, logFile, end: tail(logFile, 25), retryInSeconds: delay / 1000 });
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return undefined;
      const managed = await startProcess(spec).catch(() => undefined);
      if (managed && stopping.signal.aborted) await managed.stop();
      if (stopping.signal.aborted) return undefined;
      if (managed) {
        current = managed;
        return managed;
      }
      how = 'no readiness';
    }
  }

  loop = keepRunning(current);
  return {
    name: spec.name,
    pid: () => current?.pid,
    async stop() {
      stopping.abort();
      await current?.stop();
      await loop;
    },
  };
}

/** A process that was started as the leader of a group, and all that it has started. */
export function endGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
