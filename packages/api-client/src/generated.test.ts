import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { typesOf } from './generate.ts';

const here = import.meta.dirname;

test('the types are those of docs/openapi.json (`vitest -u` writes them anew)', { timeout: 60_000 }, async () => {
  const types = await typesOf(resolve(here, '../../../docs/openapi.json'));
  await expect(types).toMatchFileSnapshot(resolve(here, 'generated/schema.ts'));
});
