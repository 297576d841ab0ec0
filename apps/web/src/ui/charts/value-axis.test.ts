import { expect, it } from 'vitest';
import { valueStep, valueTicks } from './value-axis.ts';

const KIB = 1024;
const MIB = KIB ** 2;

it.each([
  [1_100 * KIB, 'binary', 256 * KIB],
  [700 * MIB, 'binary', 128 * MIB],
  [3 * 1024 * MIB, 'binary', 512 * MIB],
  [4, 'binary', 1],
  [0.5, 'binary', 0.1],
  [1_100_000, 'decimal', 200_000],
  [0.7, 'decimal', 0.2],
  [0.003, 'decimal', 0.0005],
  [0.4, 'time', 0.1],
  [80, 'time', 15],
  [7_000, 'time', 1800],
  [400 * 86_400, 'time', 100 * 86_400],
] as const)('a span of %d, %s, has steps of %d', (span, scale, step) =>
  expect(valueStep(span, 6, scale)).toBeCloseTo(step, 10),
);

it('gives multiples of the step within the bounds', () => {
  expect(valueTicks(0, 1_100 * KIB, 256 * KIB)).toEqual([0, 256, 512, 768, 1024].map((count) => count * KIB));
  expect(valueTicks(-0.25, 0.3, 0.1)).toEqual([-0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  expect(valueTicks(100.2, 101.1, 0.2)).toEqual([100.2, 100.4, 100.6, 100.8, 101]);
});
