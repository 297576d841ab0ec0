import { projectDashboards } from '@oriel/dashboards/dashboards';
import { expect, test } from 'vitest';
import { filled, isAll, variablesOf } from './variables.ts';

const dashboard = (...list: object[]) => ({ templating: { list } });
const query = (text: unknown) => ({ type: 'query', name: 'pod', datasource: { uid: 'oriel-metrics' }, query: text });

test('every dashboard that Oriel provides offers its variables', () => {
  for (const { uid, model } of projectDashboards()) {
    const names = variablesOf(model)?.map(({ name }) => name);
    expect(names, uid).toContain('cluster');
  }
});

test('label values are read from both forms', () => {
  const expected = [
    { name: 'pod', label: 'pod', from: 'metrics', labelName: 'pod', selector: 'kube_pod_info{cluster=~"$cluster"}' },
  ];
  const text = 'label_values(kube_pod_info{cluster=~"$cluster"}, pod)';
  expect(variablesOf(dashboard(query(text)))).toEqual(expected);
  expect(variablesOf(dashboard(query({ query: text, refId: 'a' })))).toEqual(expected);
  expect(variablesOf(dashboard(query('label_values(pod)')))).toEqual([{ ...expected[0], selector: '' }]);
});

test('what Oriel cannot offer is left to Grafana', () => {
  expect(variablesOf(dashboard(query('query_result(up)')))).toBeUndefined();
  expect(variablesOf(dashboard({ type: 'interval', name: 'step' }))).toBeUndefined();
  expect(variablesOf({})).toEqual([]);
});

test('values stand in a selector as an expression', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how Grafana writes variables.
  const selector = '{cluster=~"$cluster", pod=~"${pod:regex}"}';
  expect(filled(selector, { 'var-cluster': ['a.b', 'c'] })).toBe('{cluster=~"(a\\\\.b|c)", pod=~".+"}');
  expect(filled(selector, { 'var-pod': ['$__all'] })).toBe('{cluster=~".+", pod=~".+"}');
  expect(isAll(['x'])).toBe(false);
});
