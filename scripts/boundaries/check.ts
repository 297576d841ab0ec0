import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importsOf } from './imports.ts';
import { targetOf, violationOf } from './rules.ts';

/** Think again at 250 lines: a file of that length does more than one thing. */
export const longest = 250;

export interface Finding {
  /** Relative to the root. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface CheckResult {
  readonly files: number;
  readonly imports: number;
  readonly findings: readonly Finding[];
}

const sources = ['apps', 'packages', 'testbed', 'e2e', 'bench', 'examples', 'scripts', 'prisma'].map(
  (folder) => `${folder}/**/*.{ts,tsx,mts,mjs}`,
);
const skipped = /(^|\/)(node_modules|\.next[^/]*|generated|golden|dist)(\/|$)|^scripts\/fixtures(\/|$)/;

/** Reads every source file below `root` and tells what breaks a boundary or is too long. */
export async function checkBoundaries(root: string): Promise<CheckResult> {
  const findings: Finding[] = [];
  let imports = 0;
  const files = await sourceFiles(root);
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8');
    const lines = text.split('\n').length - 1;
    if (lines > longest) findings.push({ file, line: lines, message: `${lines} lines; split it (at most ${longest})` });
    for (const { specifier, line } of importsOf(file, text)) {
      imports++;
      const message = judge(file, specifier);
      if (message) findings.push({ file, line, message });
    }
  }
  return { files: files.length, imports, findings };
}

async function sourceFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(sources, { cwd: root, exclude: (path) => skipped.test(path) })) {
    if (!skipped.test(file)) files.push(file);
  }
  return files.sort();
}

function judge(file: string, specifier: string | undefined): string | undefined {
  if (specifier === undefined) return 'a computed import cannot be checked; write the module as a plain string';
  const target = targetOf(file, specifier);
  const why = target === undefined ? undefined : violationOf(file, target);
  return why && `"${specifier}": ${why}`;
}
