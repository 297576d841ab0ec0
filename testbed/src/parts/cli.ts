/**
 * node testbed/src/parts/cli.ts [--list | --prefetch | --debian] [name…]
 *
 * Without an option: finds or builds the parts (all of them when none is named) and prints one
 * "<name> <path>" line for each to standard output as soon as it is there; progress goes to
 * standard error. `--list` only looks, `--prefetch` only downloads modules, `--debian` does the
 * same for the programs that come from Debian packages.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { getPart, partNames } from './catalog.ts';
import { debianNames, ensureDebian } from './debian.ts';
import { ensureParts } from './ensure.ts';
import { findPart } from './find.ts';
import { prefetchModules } from './go.ts';
import { formatProgress, type Progress } from './progress.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { prefetch: { type: 'boolean' }, list: { type: 'boolean' }, debian: { type: 'boolean' } },
});
const names = positionals.length > 0 ? positionals : partNames;
const print = (line: string) => process.stdout.write(`${line}\n`);

function onProgress(progress: Progress): void {
  process.stderr.write(`${formatProgress(progress)}\n`);
  const isThere = progress.phase === 'built' || progress.phase === 'found';
  if (isThere && progress.detail) print(`${progress.part} ${progress.detail}`);
}

async function list(): Promise<void> {
  for (const name of names) {
    const part = getPart(name);
    print(`${name} ${part.version} ${(await findPart(part))?.path ?? '(not built)'}`);
  }
}

async function debian(): Promise<void> {
  const programs = await ensureDebian(positionals.length > 0 ? positionals : debianNames, { onProgress });
  for (const [program, path] of Object.entries(programs)) print(`${program} ${path}`);
}

try {
  if (values.list) await list();
  else if (values.debian) await debian();
  else if (values.prefetch) await prefetchModules(names, { onProgress });
  else await ensureParts(names, { onProgress });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
