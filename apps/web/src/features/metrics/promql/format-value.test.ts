import { expect, it } from 'vitest';
import { formatNumber, formatValue } from './format-value.ts';

it.each([
  [0, '0'],
  [7, '7'],
  [1234, '1234'],
  [1234.56, '1235'],
  [31_240, '31.2k'],
  [-31_240, '-31.2k'],
  [0.034_21, '0.0342'],
  [4e-9, '4.00e-9'],
  [4_100_000, '4.1M'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-Inf'],
])('%d is %s', (value, text) => expect(formatNumber(value)).toBe(text));

it.each([
  ['bytes', 612 * 1024 ** 2, '612 MiB'],
  ['bytes-per-second', 5_100_000, '5.1 MB/s'],
  ['seconds', 0.25, '250 ms'],
  ['seconds', 90, '1.5 min'],
  ['seconds', 0, '0 s'],
  ['seconds', 3e-10, '0.3 ns'],
  ['cores', 0.038, '38 m'],
  ['cores', 0.000_42, '0.42 m'],
  ['cores', 2.5, '2.5 cores'],
  ['per-second', 31_200, '31.2k/s'],
  ['none', 0.5, '0.5'],
  ['bytes', Number.NaN, 'NaN'],
] as const)('in %s %d is %s', (unit, value, text) => expect(formatValue(unit)(value)).toBe(text));

it.each([
  ['bytes', 1.125 * 1024 ** 3, 128 * 1024 ** 2, '1.125 GiB'],
  ['bytes', 768 * 1024, 256 * 1024, '768 KiB'],
  ['bytes-per-second', 1_250_000, 50_000, '1.25 MB/s'],
  ['seconds', 75, 15, '75 s'],
  ['seconds', 5400, 1800, '90 min'],
  ['seconds', 0.3, 0.1, '300 ms'],
  ['cores', 0.0425, 0.0005, '42.5 m'],
  ['per-second', 12_550, 50, '12.55k/s'],
  ['none', 100.5, 0.5, '100.5'],
  ['none', 0, 1, '0'],
] as const)('on an axis of %s, %d with steps of %d is %s', (unit, value, step, text) =>
  expect(formatValue(unit)(value, step)).toBe(text),
);
