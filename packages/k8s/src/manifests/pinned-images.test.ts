import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sampleObjects } from '../testing/sample-state.ts';
import { pinImages, pinnedImages } from './pinned-images.ts';

const digest = (name: string) => `registry.example:5000/${name}@sha256:${'0123456789abcdef'.repeat(4)}`;
const pins = {
  alloy: digest('alloy'),
  kubeStateMetrics: digest('kube-state-metrics'),
  busybox: digest('busybox'),
  nodeExporter: digest('node-exporter'),
};

test('every image of every workload gets its digest, and nothing else changes', async () => {
  const objects = await sampleObjects(randomUUID());
  const images = (text: string) => text.match(/"image":"[^"]*"/g) ?? [];
  const after = JSON.stringify(pinImages(objects, pins));
  expect(images(after)).toHaveLength(images(JSON.stringify(objects)).length);
  expect(new Set(images(after))).toEqual(new Set(Object.values(pins).map((pin) => `"image":"${pin}"`)));
  const without = (text: string) => text.replaceAll(/"image":"[^"]*"/g, '');
  expect(without(after)).toBe(without(JSON.stringify(objects)));
});

test.each([
  ['a tag', { ...pins, alloy: 'docker.io/grafana/alloy:v1' }],
  ['half a digest', { ...pins, alloy: 'alloy@sha256:abc' }],
  ['one left out', { ...pins, alloy: undefined }],
  ['one too many', { ...pins, other: digest('other') }],
])('%s is refused', (_what, value) => {
  expect(pinnedImages.safeParse(value).success).toBe(false);
});
