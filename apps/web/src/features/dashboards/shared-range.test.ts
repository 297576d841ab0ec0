import { expect, test } from 'vitest';
import { fromGrafanaRange, toGrafanaTime } from './shared-range.ts';

test('a range goes to Grafana and comes back as it was', () => {
  for (const range of [
    { from: 'now-6h', to: 'now' },
    { from: '2026-11-21T10:00:00.000Z', to: '2026-11-21T11:30:00.000Z' },
  ]) {
    expect(fromGrafanaRange(toGrafanaTime(range.from), toGrafanaTime(range.to))).toEqual(range);
  }
});

test('newer Grafanas write instants as text', () => {
  expect(fromGrafanaRange('2026-11-21T10:00:00.000Z', 'now')).toEqual({ from: '2026-11-21T10:00:00.000Z', to: 'now' });
});

test('what the picker does not know is left alone', () => {
  expect(fromGrafanaRange('now/d', 'now')).toBeUndefined();
  expect(fromGrafanaRange('now-1h', undefined)).toBeUndefined();
});
