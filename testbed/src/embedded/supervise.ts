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
  /** Ends it and leaves it ended, until {@link resume}. */
  halt(): Promise<void>;
  /** Starts it again after {@link halt}; returns when it is ready. */
  resume(): Promise<void>;
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
  let life: Life | undefined = keepRunning(spec, watcher, await startProcess(spec));
  let isOver = false;
  const halt = async () => {
    const ending = life;
    life = undefined;
    await ending?.stop();
  };
  return {
    name: spec.name,
    pid: () => life?.pid(),
    halt,
    async resume() {
      if (life || isOver) return;
      const managed = await startProcess(spec);
      if (isOver) await managed.stop();
      else life = keepRunning(spec, watcher, managed);
    },
    async stop() {
      isOver = true;
      await halt();
    },
  };
}

interface Life {
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** From a process that is ready until it is stopped, over as many restarts as it takes. */
function keepRunning(spec: ProcessSpec, watcher: Watcher, first: ManagedProcess): Life {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current: ManagedProcess | undefined = first;

  async function loop(): Promise<void> {
    let failures = 0;
    while (current) {
      const startedAt = Date.now();
      const { pid, exited } = current;
      const end = await exited;
      current = undefined;
      // Workers that outlive their master would hold its ports against the next one.
      endGroup(pid, 'SIGKILL');
      failures = Date.now() - startedAt > wellAfterMs ? 1 : failures + 1;
      current = await startAgain(failures, end.signal === null ? `code ${end.code}` : `signal ${end.signal}`);
    }
  }

  /** Tries until it is ready; undefined when it was stopped meanwhile. */
  async function startAgain(failures: number, how: string): Promise<ManagedProcess | undefined> {
    const { name, logFile } = spec;
    for (let attempt = failures; !signal.aborted; attempt++, how = 'not ready') {
      const delay = restartDelayMs(attempt);
      watcher.onCrash({ name, how, logFile, end: tail(logFile, 25), retryInSeconds: delay / 1000 });
      await sleep(delay, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return undefined;
      const managed = await startProcess(spec).catch(() => undefined);
      if (!managed) continue;
      if (!signal.aborted) {
        watcher.onRestarted(name);
        return managed;
      }
      await managed.stop();
    }
    return undefined;
  }

  const looping = loop();
  return {
    pid: () => current?.pid,
    async stop() {
      stopping.abort();
      await current?.stop();
      await looping;
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
