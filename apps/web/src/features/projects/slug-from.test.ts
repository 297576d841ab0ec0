import { slug } from '@oriel/domain/names';
import { expect, test } from 'vitest';
import { slugFrom } from './slug-from.ts';

test.each([
  ['Payments EU', 'payments-eu'],
  ['  Zürich / Ost ', 'zurich-ost'],
  [`${'a'.repeat(62)}-b`, 'a'.repeat(62)],
  ['***', ''],
])('%s becomes %s', (name, expected) => {
  expect(slugFrom(name)).toBe(expected);
  if (expected !== '') expect(slug.safeParse(expected).success).toBe(true);
});
