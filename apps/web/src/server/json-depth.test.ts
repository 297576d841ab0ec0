import { expect, test } from 'vitest';
import { isTooDeep } from './json-depth.ts';

const deep = (text: string) => isTooDeep(Buffer.from(text));

test('brackets count where they nest, and nowhere else', () => {
  expect(deep('['.repeat(64))).toBe(false);
  expect(deep('['.repeat(65))).toBe(true);
  expect(deep('{"a":'.repeat(65))).toBe(true);
  expect(deep('[],'.repeat(1_000))).toBe(false);
  expect(deep(JSON.stringify({ query: `\\"${'{'.repeat(1_000)}"`, more: [{}] }))).toBe(false);
  expect(deep(`"\\\\"${'['.repeat(65)}`)).toBe(true);
  expect(deep('')).toBe(false);
});
