import { expect, it } from 'vitest';
import { clustersOf, sourceOf, type TelemetryProject } from './telemetry-project.ts';

const cluster = (name: string, logging: boolean) => ({ id: name, name, logging, monitoring: true });
const project = (logging: boolean[], clusterTotal = logging.length): TelemetryProject => ({
  slug: 'p',
  name: 'P',
  clusters: logging.map((on, index) => cluster(`c${index}`, on)),
  clusterTotal,
  canManageClusters: true,
});

it('expects data while one cluster in view sends it', () => {
  expect(sourceOf(project([false, true]), [], 'logging').state).toBe('on');
  expect(sourceOf(project([false, true]), ['c0'], 'logging')).toMatchObject({
    state: 'off',
    clusters: [{ name: 'c0' }],
  });
  expect(sourceOf(project([false]), [], 'monitoring').state).toBe('on');
});

it('says off only when it has seen all of them', () => {
  expect(sourceOf(project([false, false]), [], 'logging').state).toBe('off');
  expect(sourceOf(project([false], 5000), [], 'logging').state).toBe('on');
  expect(sourceOf(project([false], 5000), ['unknown'], 'logging').state).toBe('on');
});

it('knows a project without clusters', () => {
  expect(sourceOf(project([]), [], 'logging').state).toBe('no-cluster');
});

it('reads the cluster parameter', () => {
  expect(clustersOf('a,b,')).toEqual(['a', 'b']);
  expect(clustersOf(null)).toEqual([]);
});
