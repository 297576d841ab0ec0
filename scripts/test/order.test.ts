import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@oriel/testbed/embedded/repository';
import { expect, test } from 'vitest';
import { longest } from './order.ts';

test('every file that is named is there: one that moved would run last, alone', () => {
  expect(longest.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
});
