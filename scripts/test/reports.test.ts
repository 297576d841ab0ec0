import { expect, test } from 'vitest';
import { exitCode, stage, summaryLine } from './outcome.ts';
import { playwrightCounts, readReport, vitestCounts } from './reports.ts';

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 }, errors: [] };

test('counts what a run reports', () => {
  expect(vitestCounts(vitest, 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  expect(playwrightCounts(playwright, 0)).toEqual({ passed: 4, failed: 0, skipped: 2 });
});

test('a file that cannot be loaded is a failure although it has no tests', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
  ];
  expect(vitestCounts({ ...vitest, numFailedTests: 1, testResults }, 1).failed).toBe(2);
});

test('a set-up that failed is a failure', () => {
  expect(playwrightCounts({ ...playwright, errors: [{}] }, 1).failed).toBe(1);
});

test.each([
  ['an exit code that no test explains', vitestCounts(vitest, 1)],
  ['a run without a single test', vitestCounts({ ...vitest, numPassedTests: 0 }, 0)],
  [
    'a run of journeys without a journey',
    playwrightCounts({ ...playwright, stats: { ...playwright.stats, expected: 0, flaky: 0 } }, 0),
  ],
])('%s is a failure', (_, counts) => {
  expect(counts.failed).toBe(1);
});

test('a stage that crashes has failed, and says why', async () => {
  const said: string[] = [];
  const outcome = await stage(
    'e2e',
    (text) => said.push(text),
    () => readReport('/nowhere/report.json').then(() => ({ passed: 1, failed: 0, skipped: 0 })),
  );
  expect(outcome).toMatchObject({ name: 'e2e', passed: 0, failed: 1 });
  expect(said.join('')).toContain('e2e: ended without a report');
});

test('the last line sums up, and the exit code follows', () => {
  const good = { name: 'unit', passed: 5, failed: 0, skipped: 0, seconds: 1 };
  const bad = { ...good, name: 'e2e', passed: 1, failed: 2 };
  expect(summaryLine([good, bad])).toBe('6 passed, 2 failed');
  expect([exitCode([good]), exitCode([good, bad]), exitCode([])]).toEqual([0, 1, 1]);
});
