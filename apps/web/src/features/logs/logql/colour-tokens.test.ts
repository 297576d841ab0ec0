import { expect, it } from 'vitest';
import { colourTokens } from './colour-tokens.ts';

it('tones strings, keys and functions, and keeps every character', () => {
  const query = '{pod="a"} |= "x" | json | ms > 3';
  const tokens = colourTokens(query);
  expect(tokens.map((token) => token.text).join('')).toBe(query);
  expect(tokens.filter(({ tone }) => tone !== 'other')).toEqual([
    { text: 'pod', tone: 'key' },
    { text: '"a"', tone: 'string' },
    { text: '"x"', tone: 'string' },
    { text: 'json', tone: 'function' },
    { text: 'ms', tone: 'key' },
  ]);
});

it('begins inside, and survives a broken query', () => {
  expect(colourTokens('{pod="a"} | json', 10).map((token) => token.text)).toEqual(['| ', 'json']);
  expect(
    colourTokens('{pod=')
      .map((token) => token.text)
      .join(''),
  ).toBe('{pod=');
});
