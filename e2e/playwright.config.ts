import { defineConfig } from '@playwright/test';
import { browserArguments, findChromium, findHeadlessShell } from './fixtures/chromium.ts';
import { productUrl } from './fixtures/product/place.ts';

const second = ['administrator', 'ingest', 'isolation', 'policies'].map((name) => `${name}.spec.ts`);
const looks = 'look.spec.ts';
const alone = /@alone/;

// The journeys of two projects go through the whole browser, the many others through its engine alone.
const chromium = { executablePath: findChromium(), args: browserArguments };
const engine = { executablePath: findHeadlessShell(), args: browserArguments };
const kept = (name: string) => ({ name, outputDir: `../.oriel/test-results/${name}` });
const beside = (name: string) => ({ ...kept(`together-${name}`), grepInvert: alone });

export default defineConfig({
  testDir: 'journeys',
  globalSetup: './fixtures/product/global-setup.ts',
  // One product for all of them. What a journey changes is its own: its project, its people. Only what is in `alone`
  // stops processes of the product or changes the demo cluster.
  workers: 2,
  projects: [
    // Takes the second cluster, or sets policies of the platform.
    { ...beside('second'), testMatch: second, workers: 1 },
    { ...beside('others'), testIgnore: [...second, looks], use: { launchOptions: engine } },
    // Each picture they take is kept anyway.
    { ...beside('looks'), testMatch: looks, fullyParallel: true, use: { trace: 'off', launchOptions: engine } },
    {
      ...kept('alone'),
      grep: alone,
      workers: 1,
      dependencies: ['together-second', 'together-others', 'together-looks'],
    },
  ],
  // A failure is looked at, not tried again.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../.oriel/test-results/journeys.json' }]],
  use: {
    baseURL: productUrl,
    browserName: 'chromium',
    launchOptions: chromium,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // A picture of every moment costs a fifth of a journey's time; the page as it was is kept without.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    screenshot: 'only-on-failure',
  },
});
