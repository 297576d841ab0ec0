import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ensurePart } from '@oriel/testbed/parts/ensure';
import { beforeAll, describe, expect, it } from 'vitest';
import { goldenFiles } from './golden-cases.ts';

const run = promisify(execFile);
/** What the agents' pods have in their environment. */
const env = { NODE_NAME: 'node-1', KUBERNETES_SERVICE_HOST: '10.0.0.1', KUBERNETES_SERVICE_PORT_HTTPS: '443' };

let alloy: string;
// A cold build of Alloy takes a quarter of an hour.
beforeAll(async () => {
  alloy = await ensurePart('alloy');
}, 1_800_000);

describe('a real Alloy', () => {
  it.each(goldenFiles())('accepts $name', async ({ file }) => {
    await expect(run(alloy, ['validate', file], { env })).resolves.toBeDefined();
  });

  it.each(goldenFiles())('formats $name as it is', async ({ file, text }) => {
    expect((await run(alloy, ['fmt', file], { env })).stdout).toBe(text);
  });

  it('refuses a broken configuration, so that the two tests above can fail', async () => {
    const broken = new URL('./multiline.ts', import.meta.url).pathname;
    await expect(run(alloy, ['validate', broken], { env })).rejects.toThrow();
  });
});
