import { expect, test } from 'vitest';
import { dashboardLink } from './dashboard-link.ts';

const range = { from: 'now-30m', to: 'now' };

test('a pod leads to the pods, in its namespace and cluster, over the same time', () => {
  expect(dashboardLink({ cluster: 'demo', namespace: 'shop', pod: 'cart-1', range })).toEqual({
    uid: 'oriel-pods',
    params: { 'var-cluster': 'demo', 'var-namespace': 'shop', 'var-pod': 'cart-1', ...range },
  });
});

test.each([
  [{ cluster: 'demo', namespace: 'shop' }, 'oriel-namespaces'],
  [{ cluster: 'demo' }, 'oriel-namespaces'],
  [{ cluster: 'demo', node: 'demo-1' }, 'oriel-nodes'],
  [{}, 'oriel-clusters'],
])('%j leads to %s', (context, uid) => {
  const { params, ...link } = dashboardLink(context);
  expect(link.uid).toBe(uid);
  expect(params).toEqual(Object.fromEntries(Object.entries(context).map(([name, value]) => [`var-${name}`, value])));
});
