import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repository } from '@oriel/testbed/embedded/repository';
import { runCommand } from './command.ts';
import { type Outcome, stage } from './outcome.ts';
import { playwrightCounts, readReport, vitestCounts } from './reports.ts';

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

/** Journeys that need the product for themselves one after the other, or the others two at a time. */
export function runJourneys(
  which: 'alone' | 'together',
  log: (text: string) => void,
  product: Promise<unknown>,
): Promise<Outcome> {
  return stage(`e2e-${which}`, log, async () => {
    await product;
    const report = await emptyReport(`e2e-${which}`);
    const projects = which === 'alone' ? ['--project=alone', '--no-deps'] : ['--project=together*'];
    const args = ['test', '-c', 'e2e/playwright.config.ts', ...projects];
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const { code } = await runCommand('playwright', args, { onOutput: log, timeoutMs: 45 * 60_000, env });
    return playwrightCounts(await readReport(report), code);
  });
}

/** A report of an earlier run must not be taken for this one's. */
async function emptyReport(name: string): Promise<string> {
  const report = join(results, `${name}.json`);
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  return report;
}
