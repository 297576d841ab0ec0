import { defineConfig } from '@playwright/test';
import { browserArguments, findChromium } from './fixtures/chromium.ts';
import { productUrl } from './fixtures/product/place.ts';

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../.oriel/test-results',
  globalSetup: './fixtures/product/global-setup.ts',
  // One product, whose processes some journeys stop: never two at a time, and a failure is looked at, not tried again.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../.oriel/test-results/journeys.json' }]],
  use: {
    baseURL: productUrl,
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium(), args: browserArguments },
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
