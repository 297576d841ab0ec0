import type { Reach } from '@oriel/domain/reach';
import { describe, expect, test } from 'vitest';
import { filterAlerts, filterMetadata, filterRules } from './filter-answer.ts';

const reach: Reach = [{ clusters: ['a'], namespaces: ['x'] }];
const inside = { labels: { cluster: 'a', namespace: 'x' } };
const outside = { labels: { cluster: 'a', namespace: 'z' } };
const alerts = (list: unknown) => ({ status: 'success', data: { alerts: list } });
const rules = (...list: unknown[]) => ({
  status: 'success',
  data: { groups: [{ name: 'g', file: 'f', rules: list }] },
});
const kept = (answer: unknown, store: 'metrics' | 'logs' = 'metrics') => {
  const { data } = filterRules(answer, reach, store) as { data: { groups: { rules: { name?: string }[] }[] } };
  return data.groups.flatMap((group) => group.rules);
};

test('an alert is kept where its own labels lie in the reach', () => {
  const list = [inside, outside, { labels: { cluster: 'a' } }, { labels: { namespace: 'x' } }, { labels: {} }];
  expect(filterAlerts(alerts(list), reach)).toEqual(alerts([inside]));
  expect(filterAlerts(alerts(list), [{ clusters: 'all', namespaces: ['x'] }])).toEqual(alerts([inside, list[3]]));
  expect(filterAlerts(alerts(list), 'all')).toEqual(alerts(list));
  expect(() => filterAlerts(alerts(list), [])).toThrow(expect.objectContaining({ code: 'not_found' }));
});

describe('a rule', () => {
  test('with labels in the reach is kept, and of its alerts those that are', () => {
    const rule = { ...inside, query: 'up', alerts: [inside, outside] };
    expect(kept(rules(rule))).toEqual([{ ...rule, alerts: [inside] }]);
  });
  test('whose selectors read within the reach is kept whole', () => {
    const rule = { labels: {}, query: 'sum(up{cluster="a",namespace=~"x"}) > 0', alerts: [{ labels: {} }] };
    expect(kept(rules(rule))).toEqual([rule]);
    const log = { labels: {}, query: 'sum(rate({cluster="a",namespace="x"}[5m]))' };
    expect(kept(rules(log), 'logs')).toEqual([log]);
  });
  test.each([
    'up',
    'up{cluster="a"}',
    'up{cluster="a",namespace="x"} + up',
    'up{cluster="a",namespace=~"x.*"}',
    'info(up{cluster="a",namespace="x"})',
    'vector(1)',
    'not a query',
  ])('that reads %s is dropped', (query) => {
    expect(kept(rules({ labels: {}, query }))).toEqual([]);
  });
  test('whose templates ask for more is dropped', () => {
    const query = 'up{cluster="a",namespace="x"}';
    const annotations = { summary: '{{ with query "up" }}{{ . }}{{ end }}' };
    expect(kept(rules({ labels: {}, query, annotations }))).toEqual([]);
    expect(kept(rules({ labels: {}, query, annotations: { summary: '{{ $labels.pod }} {{ $value }}' } }))).toHaveLength(
      1,
    );
  });
  test('leaves no group without one, and the next page reachable', () => {
    const answer = rules({ ...outside, query: 'up' });
    const paged = { ...answer, data: { ...answer.data, groupNextToken: 't' } };
    expect(filterRules(paged, reach, 'metrics')).toEqual({
      status: 'success',
      data: { groups: [], groupNextToken: 't' },
    });
  });
});

test('metadata is kept of the metrics named', () => {
  const answer = { status: 'success', data: { up: [{ type: 'gauge' }], secret: [{ help: 'of others' }] } };
  expect(filterMetadata(answer, new Set(['up']))).toEqual({ status: 'success', data: { up: [{ type: 'gauge' }] } });
});

test.each([
  undefined,
  null,
  [],
  'x',
  {},
  { status: 'error', data: {} },
  { status: 'success', data: { alerts: {} } },
  alerts([1]),
])('%j is no such answer, and nothing of it is shown', (answer) => {
  expect(() => filterAlerts(answer, reach)).toThrow(expect.objectContaining({ code: 'upstream_failed' }));
  expect(() => filterRules(answer, reach, 'metrics')).toThrow(expect.objectContaining({ code: 'upstream_failed' }));
});
