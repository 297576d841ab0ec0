import { expect, test } from 'vitest';
import { marked } from './lines.ts';

test('hands on whole lines, each with its mark, and keeps what is not yet one', () => {
  const said: string[] = [];
  const hear = marked('> ', (text) => said.push(text));
  hear('one\ntw');
  hear('o\n\nthree');
  expect(said).toEqual(['> one\n', '> two\n']);
  hear('\n');
  expect(said.at(-1)).toBe('> three\n');
});
