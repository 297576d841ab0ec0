import { runCommand } from './command.ts';
import { type Outcome, outcomeLine, stage } from './outcome.ts';

/** Each is one pass or one failure. Commands are found in node_modules/.bin. */
const checks: Readonly<Record<string, readonly string[]>> = {
  'format and lint': ['biome', 'check', '.'],
  types: ['tsc', '-p', 'tsconfig.json', '--noEmit'],
  'types of the pages': ['tsc', '-p', 'apps/web/tsconfig.check.json'],
  boundaries: ['node', 'scripts/check-boundaries.ts'],
  'nothing unused': ['knip', '--no-progress'],
  'migrations fit schema': ['node', 'packages/db/src/check-schema.ts'],
};

/** Runs the checks one after the other; the output of one that fails is shown. */
export async function runChecks(log: (text: string) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, [command = '', ...args]] of Object.entries(checks)) {
    const outcome = await stage(name, log, async () => {
      const { code, output } = await runCommand(command, args, { timeoutMs: 10 * 60_000 });
      if (code === 0) return { passed: 1, failed: 0, skipped: 0 };
      log(`\n${[command, ...args].join(' ')}\n${output}\n`);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    log(`${outcomeLine(outcome)}\n`);
    outcomes.push(outcome);
  }
  return outcomes;
}
