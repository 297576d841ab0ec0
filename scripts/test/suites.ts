import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repository } from '@oriel/testbed/embedded/repository';
import { runCommand } from './command.ts';
import { type Outcome, stage } from './outcome.ts';
import type { StopProduct } from './product.ts';
import { type Counts, playwrightCounts, readReport, sumOf, vitestCounts } from './reports.ts';

const results = join(repository, '.oriel', 'test-results');

/** A vitest project of vitest.config.ts. */
export function runVitest(
  project: 'unit' | 'integration' | 'integration-waiting',
  log: (text: string) => void,
): Promise<Outcome> {
  return stage(project, log, async () => {
    const report = await emptyReport(project);
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runCommand('vitest', args, { onOutput: log });
    return vitestCounts(await readReport(report), code);
  });
}

/** The journeys: those that leave each other alone two at a time, then those that need the product for themselves. */
export function runJourneys(log: (text: string) => void, product: Promise<StopProduct>): Promise<Outcome> {
  return stage('e2e', log, async () => {
    const stop = await product;
    try {
      // Two runs, since one would pass over the second half where a journey of the first fails.
      const together = await runPlaywright('journeys', ['--project=together*'], log);
      const alone = await runPlaywright('journeys-alone', ['--project=alone', '--no-deps'], log);
      return sumOf(together, alone);
    } finally {
      await stop();
    }
  });
}

async function runPlaywright(name: string, projects: string[], log: (text: string) => void): Promise<Counts> {
  const report = await emptyReport(name);
  const args = ['test', '-c', 'e2e/playwright.config.ts', ...projects];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await runCommand('playwright', args, { onOutput: log, timeoutMs: 45 * 60_000, env });
  return playwrightCounts(await readReport(report), code);
}

/** A report of an earlier run must not be taken for this one's. */
async function emptyReport(name: string): Promise<string> {
  const report = join(results, `${name}.json`);
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  return report;
}
