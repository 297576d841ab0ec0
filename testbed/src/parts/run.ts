import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
  /** Called for every line of standard error, as it comes. */
  readonly onLine?: (line: string) => void;
  /** For a program that says on standard output what others say on standard error: taken as that. */
  readonly talksOnOutput?: boolean;
  /** Leaves the machine to whoever works on it meanwhile. */
  readonly lowPriority?: boolean;
}

export interface RunResult {
  /** -1 when the program could not be started or was ended by a signal. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. A failing program is a result; only an abort is thrown. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  options.signal?.throwIfAborted();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.signal && { signal: options.signal }),
    ...(options.timeoutMs && { timeout: options.timeoutMs }),
  });
  if (options.lowPriority && child.pid) yieldToOthers(child.pid);
  const stdout: string[] = [];
  const stderr: string[] = [];
  const hear = (line: string) => {
    stderr.push(`${line}\n`);
    options.onLine?.(line);
  };
  if (options.talksOnOutput) createInterface({ input: child.stdout }).on('line', hear);
  else child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
  createInterface({ input: child.stderr }).on('line', hear);
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      stderr.push(`${error.message}\n`);
      // After an abort the child still runs for a moment: 'close' follows. Without a pid it never began.
      if (!child.pid) resolve(-1);
    });
    child.on('close', (exitCode) => resolve(exitCode ?? -1));
  });
  options.signal?.throwIfAborted();
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, 5);
  } catch {
    // The process may have ended already; priority is a courtesy, nothing depends on it.
  }
}
