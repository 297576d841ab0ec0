import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommand } from './command.ts';
import { type Outcome, stage } from './outcome.ts';

/** How often a build that goes on says so. */
const sayEveryMs = 30_000;

/**
 * Finds or builds every real part, in the background of what needs none. Prints each part's build
 * time; one outcome for all of them.
 */
export function ensureAllParts(log: (text: string) => void): Promise<Outcome> {
  return stage('parts', log, async () => {
    // Each program that is there is a line with its path; what is installed as root is said beforehand.
    await runCli(['--debian'], (line) => / installing 0 s · /.test(line) && log(`parts: ${line.slice(0, 160)}\n`));
    let lastSaid = performance.now();
    const lines = await runCli([], (line) => {
      const isNews = / built | FAILED | installing 0 s · /.test(line);
      if (!isNews && performance.now() - lastSaid < sayEveryMs) return;
      lastSaid = performance.now();
      if (!/^\S+ \//.test(line)) log(`parts: ${line.slice(0, 160)}\n`);
    });
    const found = lines.flatMap((line) => /^(\S+) (\/.*)$/.exec(line)?.slice(1, 3) ?? []);
    for (let i = 0; i + 1 < found.length; i += 2)
      log(`part ${await describePart(found[i] ?? '', found[i + 1] ?? '')}\n`);
    if (found.length === 0) throw new Error('no part was named by testbed/src/parts/cli.ts.');
    return { passed: 1, failed: 0, skipped: 0 };
  });
}

/** @throws with the end of its output. */
async function runCli(args: readonly string[], onLine: (line: string) => unknown): Promise<string[]> {
  let rest = '';
  const onOutput = (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  };
  const { code, output } = await runCommand('node', ['testbed/src/parts/cli.ts', ...args], {
    onOutput,
    timeoutMs: 90 * 60_000,
  });
  if (code !== 0) throw new Error(`a part is missing:\n${output.trim().split('\n').slice(-20).join('\n')}`);
  return output.split('\n');
}

async function describePart(name: string, path: string): Promise<string> {
  try {
    const record = JSON.parse(await readFile(join(dirname(path), 'build.json'), 'utf8')) as {
      version: string;
      seconds: number;
      builtAt: string;
    };
    return `${name} ${record.version}: build took ${record.seconds.toFixed(0)} s (${record.builtAt})`;
  } catch {
    return `${name}: ${path}`;
  }
}
