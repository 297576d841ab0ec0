import { expect, test } from 'vitest';
import { dashboardHref, rangeAround } from './dashboard-href.ts';

test('a pod leads to its dashboard around the moment', () => {
  const range = rangeAround(Date.parse('2026-11-21T10:00:00Z'));
  expect(dashboardHref('shop', { cluster: 'a', namespace: 'b', pod: 'c-1', range })).toBe(
    '/p/shop/dashboards/oriel-pods?var-cluster=a&var-namespace=b&var-pod=c-1&from=2026-11-21T09%3A30%3A00.000Z&to=2026-11-21T10%3A30%3A00.000Z',
  );
});

test('a cluster leads to what runs in it', () => {
  expect(dashboardHref('shop', { cluster: 'a' })).toBe('/p/shop/dashboards/oriel-namespaces?var-cluster=a');
});
