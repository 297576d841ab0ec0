import { join } from 'node:path';
import type { Part } from './catalog.ts';
import { environment } from './env.ts';
import { explainFailure } from './failure.ts';
import { goEnvironment, hostTarget } from './recipe.ts';
import { run } from './run.ts';

export interface BuildJob {
  readonly part: Part;
  /** Becomes the part's folder in the cache. */
  readonly scratch: string;
  readonly flags: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** What is going on, a line at a time. */
  readonly onLine: (line: string) => void;
}

/** Debug information that the linker leaves out anyway (`-s -w`) is not made either: a tenth of the compiler's work. */
const withoutDebugInformation = '-gcflags=all=-dwarf=false';

/** `go build` of a part's binary in the module of that folder. */
export async function compile(job: BuildJob, module: string): Promise<void> {
  const { part, scratch, flags } = job;
  const output = join(scratch, part.file);
  await runGo(job, module, ['build', '-v', withoutDebugInformation, ...flags, '-o', output, part.package]);
}

export async function runGo({ part, signal, onLine }: BuildJob, cwd: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('go', args, {
    cwd,
    env: goEnvironment(part, hostTarget(), environment),
    signal,
    onLine,
    lowPriority: true,
  });
  if (code !== 0) throw explainFailure(part, stderr);
  return stdout;
}
