import { expect, it } from 'vitest';
import { scopeQuery } from './scope-query.ts';

const scoped = (text: string, clusters = ['demo']) => scopeQuery(text, clusters);

it.each([
  ['up', 'up{cluster=~"demo"}'],
  ['up{}', 'up{cluster=~"demo"}'],
  ['up{job="a"}', 'up{cluster=~"demo", job="a"}'],
  ['{__name__="up"}', '{cluster=~"demo", __name__="up"}'],
  ['{"my.metric"}', '{cluster=~"demo", "my.metric"}'],
  ['sum by (pod) (rate(a_total{x="{up}"}[5m]))', 'sum by (pod) (rate(a_total{cluster=~"demo", x="{up}"}[5m]))'],
  ['rate(a[5m]) / on (pod) b offset 5m', 'rate(a{cluster=~"demo"}[5m]) / on (pod) b{cluster=~"demo"} offset 5m'],
  [
    'max_over_time(sum(a)[1h:1m]) # up\n + sum(sum)',
    'max_over_time(sum(a{cluster=~"demo"})[1h:1m]) # up\n + sum(sum{cluster=~"demo"})',
  ],
])('narrows each selector of %s', (text, query) => expect(scoped(text)).toEqual({ query, scoped: true }));

it('takes the names of clusters literally', () => {
  expect(scoped('up', ['a.b', 'c']).query).toBe('up{cluster=~"a\\\\.b|c"}');
});

it.each(['sum(up', 'up{job=}', 'rate(up[5m]) +', '1 + 2', 'vector(1)', ''])('leaves %j alone and says so', (text) =>
  expect(scoped(text)).toEqual({ query: text, scoped: false }),
);

it('has nothing to do without a scope', () => {
  expect(scoped('up', [])).toEqual({ query: 'up', scoped: false });
});
