import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst, waiting } from './scripts/test/order.ts';

const folders = '{apps,packages,testbed,e2e,bench,scripts}';
/** The fixture breaks the rules on purpose and holds files that look like tests. */
const exclude = ['**/node_modules/**', '**/.next*/**', 'scripts/fixtures/**', '.oriel/**'];
const alias = { '@': fileURLToPath(new URL('apps/web/src', import.meta.url)) };

const integration = {
  globalSetup: 'packages/db/src/testing/global-setup.ts',
  // Real programs on two processors: they start slower beside each other, and some take ports.
  testTimeout: 60_000,
  hookTimeout: 180_000,
  maxWorkers: 2,
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        // Pure code and what it renders: files that share a process need not load it again.
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude,
          testTimeout: 10_000,
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          ...integration,
          name: 'integration',
          // Loading the product anew for each file would take a tenth of their time.
          isolate: false,
          include: [`${folders}/**/*.itest.ts`],
          exclude: [...exclude, ...waiting],
        },
      },
      {
        resolve: { alias },
        // They have a neighbour more than the others.
        test: { ...integration, name: 'integration-waiting', include: [...waiting], exclude, testTimeout: 120_000 },
      },
    ],
  },
});
