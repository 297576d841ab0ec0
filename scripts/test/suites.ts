import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repository } from '@oriel/testbed/embedded/repository';
import { runCommand } from './command.ts';
import { type Outcome, stage } from './outcome.ts';
import { playwrightCounts, readReport, vitestCounts } from './reports.ts';

const results = join(repository, '.oriel', 'test-results');
/** Written by e2e/playwright.config.ts. */
const journeys = join(results, 'journeys.json');

/** A vitest project of vitest.config.ts. */
export function runVitest(project: 'unit' | 'integration', log: (text: string) => void): Promise<Outcome> {
  return stage(project, log, async () => {
    const report = join(results, `${project}.json`);
    await prepare(report);
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runCommand('vitest', args, { onOutput: log });
    return vitestCounts(await readReport(report), code);
  });
}

/** The journeys; Playwright's global set-up starts the product. */
export function runJourneys(log: (text: string) => void): Promise<Outcome> {
  return stage('e2e', log, async () => {
    await prepare(journeys);
    const args = ['test', '-c', 'e2e/playwright.config.ts'];
    const { code } = await runCommand('playwright', args, { onOutput: log, timeoutMs: 45 * 60_000 });
    return playwrightCounts(await readReport(journeys), code);
  });
}

/** A report of an earlier run must not be taken for this one's. */
async function prepare(report: string): Promise<void> {
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
}
