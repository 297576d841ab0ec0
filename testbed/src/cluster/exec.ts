import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface ExecOptions {
  readonly input?: string | Readable;
  readonly timeoutMs?: number;
}

/**
 * Runs a short program and gives its standard output.
 *
 * @throws with the command line and what it said on standard error when it does not exit with 0.
 */
export async function exec(command: string, args: readonly string[], options: ExecOptions = {}): Promise<string> {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: options.timeoutMs ?? 60_000,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const closed = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      stderr.push(Buffer.from(error.message));
      resolve(null);
    });
    child.once('close', (code) => resolve(code));
  });
  const fed = feed(child.stdin, options.input);
  const [code, feeding] = await Promise.all([closed, fed]);
  if (code !== 0 || feeding) {
    const said = Buffer.concat(stderr).toString('utf8').trim() || feeding?.message || 'no message';
    throw new Error(`${[command, ...args].join(' ')} failed (${code ?? 'not run to its end'}): ${said}`);
  }
  return Buffer.concat(stdout).toString('utf8');
}

/** The error, not a throw: a program that ends early closes its input, and why it ended is the better message. */
async function feed(stdin: NodeJS.WritableStream, input: string | Readable | undefined): Promise<Error | undefined> {
  try {
    await pipeline(input === undefined ? [] : typeof input === 'string' ? [input] : input, stdin);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
