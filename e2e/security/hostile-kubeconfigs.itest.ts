import { expect, test } from 'vitest';
import { printKubeconfigs, printNaive } from './hostile-kubeconfigs/print.ts';
import { watchKubeconfigs } from './hostile-kubeconfigs/prove.ts';

const nothing = { deeds: { processes: [], files: [], connections: [] }, reached: [] };

test('150 hostile kubeconfigs start, open and reach nothing; an honest one passes', async () => {
  const seed = Date.now() % 1e6;
  const sighting = await watchKubeconfigs(150, seed);
  printKubeconfigs(sighting, seed);
  const { deeds, reached, control, verdicts } = sighting;
  expect({ deeds, reached }).toEqual(nothing);
  expect(control.passed).toBe(true);
  expect(verdicts).toHaveLength(150);
  for (const { sentence } of verdicts)
    expect(sentence ?? 'This kubeconfig cannot be used.').toMatch(/^This kubeconfig/);
  expect(Math.max(...verdicts.map(({ parseMs }) => parseMs))).toBeLessThan(2_000);
}, 240_000);

test('what believes a kubeconfig is seen', async () => {
  const naive = await watchKubeconfigs(150, 1, 'naive');
  printNaive(naive);
  const { deeds, reached } = naive;
  expect(deeds.processes.length).toBeGreaterThan(0);
  expect(deeds.files).toContainEqual(expect.stringContaining('/secret'));
  expect(reached.length).toBeGreaterThan(2);
}, 120_000);
