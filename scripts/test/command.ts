import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { bound } from '@oriel/testbed/embedded/bound';
import { repository } from '@oriel/testbed/embedded/repository';
import { endGroup } from '@oriel/testbed/embedded/supervise';

export interface CommandOptions {
  /** Gets its output as it comes. Without it the output is only kept. */
  readonly onOutput?: (text: string) => void;
  readonly timeoutMs?: number;
  readonly env?: Record<string, string>;
}

export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** Dozens of processes load the same modules: the first of them compiles for all. */
const compileCache = join(repository, '.oriel', 'compile-cache');
const running = new Set<ChildProcess>();

/** Runs a program of this repository to its end; what it leaves behind in its process group is ended. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { onOutput, timeoutMs = 30 * 60_000, env = {} }: CommandOptions = {},
): Promise<CommandResult> {
  const spec = bound({ name: command, command, args, logFile: '' });
  const child = spawn(spec.command, spec.args ?? [], {
    cwd: repository,
    // Logs of a machine stay plain text, whatever else it is told.
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', NODE_COMPILE_CACHE: compileCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const output: string[] = [];
  const hear = (text: string) => {
    output.push(text);
    onOutput?.(text);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const timer = setTimeout(() => {
    hear(`\n${command} did not end within ${timeoutMs / 60_000} minutes and is ended.\n`);
    end(child, 'SIGTERM');
    setTimeout(() => end(child, 'SIGKILL'), 20_000).unref();
  }, timeoutMs);
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      hear(`${error.message}\n`);
      resolve(127);
    });
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  clearTimeout(timer);
  end(child, 'SIGKILL');
  running.delete(child);
  return { code, output: output.join('') };
}

/** Everything that still runs: asked first, then ended. For Ctrl-C. */
export async function endCommands(): Promise<void> {
  const children = [...running];
  for (const child of children) end(child, 'SIGTERM');
  const gone = Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 30_000).unref())]);
  for (const child of children) end(child, 'SIGKILL');
}

function end({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) endGroup(pid, signal);
}
