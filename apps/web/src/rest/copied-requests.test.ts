import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findOperation } from './find-operation.ts';

const features = join(import.meta.dirname, '../features');

test('what pages offer to copy as curl is an address of the REST API', async () => {
  const wrong: string[] = [];
  let found = 0;
  for await (const file of glob('*/components/*.tsx', { cwd: features })) {
    const text = await readFile(join(features, file), 'utf8');
    if (text.includes('/api/trpc/')) wrong.push(`${file}: tRPC is for our own pages`);
    for (const [, path = ''] of text.matchAll(/[`']\/api\/v1(\/[^`']*)[`']/g)) {
      found++;
      const filled = path.replace(/\$\{[^}]+\}/g, 'x');
      const answered = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].some((method) => findOperation(method, filled));
      if (!answered && filled !== '/openapi.json') wrong.push(`${file}: there is no ${filled}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(found).toBeGreaterThan(4);
});
