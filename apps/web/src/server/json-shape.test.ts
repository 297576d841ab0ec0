import { expect, test } from 'vitest';
import { whyUnfit } from './json-shape.ts';

const why = (text: string) => whyUnfit(Buffer.from(text));

test('brackets count where they nest, and nowhere else', () => {
  expect(why('['.repeat(64))).toBeUndefined();
  expect(why('['.repeat(65))).toMatch(/deeper than 64/);
  expect(why('{"a":'.repeat(65))).toMatch(/deeper than 64/);
  expect(why('[],'.repeat(1_000))).toBeUndefined();
  expect(why(JSON.stringify({ query: `\\"${'{'.repeat(1_000)}"`, more: [{}] }))).toBeUndefined();
  expect(why(`"\\\\"${'['.repeat(65)}`)).toMatch(/deeper than 64/);
  expect(why('')).toBeUndefined();
  expect(why(`${']'.repeat(100)}${'['.repeat(65)}`)).toMatch(/deeper than 64/);
});

test('names count in the object that has them', () => {
  const object = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k:${at}`, ':']));
  expect(why(JSON.stringify(object(1_000)))).toBeUndefined();
  expect(why(JSON.stringify(object(1_001)))).toMatch(/more than 1000 names/);
  expect(why(JSON.stringify({ a: { b: object(1_001) } }))).toMatch(/more than 1000 names/);
  // A dashboard has many objects, none of them large.
  expect(why(JSON.stringify(Array(50).fill(object(900))))).toBeUndefined();
  expect(why(`${JSON.stringify(object(900)).slice(0, -1)},"z":${JSON.stringify(object(900))}}`)).toBeUndefined();
});
