import type { Reach } from '@oriel/domain/reach';
import { describe, expect, test } from 'vitest';
import type { Store } from './calls.ts';
import { narrowRequest } from './request.ts';

const reach: Reach = [{ clusters: ['a'], namespaces: ['x'] }];
const union: Reach = [
  { clusters: ['a'], namespaces: ['x'] },
  { clusters: ['b'], namespaces: ['y'] },
];
const our = 'cluster="a",namespace="x"';

function ask(store: Store, path: string, params: string, by: Reach = reach) {
  const narrowed = narrowRequest({ store, path, params: new URLSearchParams(params) }, by);
  return { ...narrowed, params: [...narrowed.params] };
}

const encode = (text: string) => encodeURIComponent(text);

test('all of it is passed on as it came', () => {
  expect(ask('metrics', '/api/v1/anything', 'query={&query=b&x=1', 'all')).toEqual({
    params: [
      ['query', '{'],
      ['query', 'b'],
      ['x', '1'],
    ],
    filter: undefined,
  });
});

describe('a query', () => {
  test.each<[Store, string]>([
    ['metrics', '/api/v1/query'],
    ['metrics', '/api/v1/query_range'],
    ['metrics', '/api/v1/query_exemplars'],
    ['logs', '/loki/api/v1/query'],
    ['logs', '/loki/api/v1/query_range'],
    ['logs', '/loki/api/v1/tail'],
    ['logs', '/loki/api/v1/detected_fields'],
  ])('%s %s is narrowed and needed', (store, path) => {
    expect(ask(store, path, `query=${encode('{c="d"}')}&start=1`).params).toContainEqual(['query', `{c="d",${our}}`]);
    expect(() => ask(store, path, 'start=1')).toThrow(/"query" is missing/);
    expect(() => ask(store, path, 'query=')).toThrow(/"query" is missing/);
    expect(() => ask(store, path, `query=${encode('{c="d"}')}&query=${encode('{}')}`)).toThrow(/twice/);
  });
  test('takes along what says when and how much, nothing else', () => {
    const params = `query=up&time=1&limit=5&step=9&regexp=x&shards=y&storeChunks=z&match[]=up&X-Scope-OrgID=other`;
    expect(ask('metrics', '/api/v1/query', params).params.map(([name]) => name)).toEqual(['time', 'limit', 'query']);
    expect(() => ask('metrics', '/api/v1/query', 'query=up&time=1&time=2')).toThrow(/"time" stands there twice/);
  });
});

describe('a call with a stream selector', () => {
  test.each([
    'labels',
    'label',
    'label/cluster/values',
    'index/stats',
    'index/volume',
    'index/volume_range',
    'patterns',
    'detected_labels',
  ])('%s has the one given, or the reach itself', (name) => {
    const path = `/loki/api/v1/${name}`;
    expect(ask('logs', path, `query=${encode('{c="d"}')}`).params).toEqual([['query', `{c="d",${our}}`]]);
    expect(ask('logs', path, '').params).toEqual([['query', `{${our}}`]]);
    expect(ask('logs', path, 'query=').params).toEqual([['query', `{${our}}`]]);
    expect(() => ask('logs', path, 'query=%7B%7D')).toThrow(expect.objectContaining({ code: 'bad_input' }));
    expect(() => ask('logs', path, '', union)).toThrow(/Add one cluster/);
  });
});

test.each([
  'tail',
  'detected_fields',
  'patterns',
  'labels',
  'label/pod/values',
  'index/stats',
  'index/volume',
  'detected_labels',
])('%s: what Loki takes for a selection of every stream is refused', (name) => {
  const path = `/loki/api/v1/${name}`;
  for (const wide of ['5', 'vector(5)', '(vector(5))', '1+1', 'vector(5) + rate({c="d"}[5m])', 'rate({c="d"}[5m])']) {
    expect(() => ask('logs', path, `query=${encode(wide)}`), wide).toThrow(/lines are read here/);
  }
  expect(ask('logs', path, `query=${encode('({c="d"})')}`).params).toEqual([['query', `({c="d",${our}})`]]);
});

test('patterns: Loki copies the service into a query of its own without quoting it', () => {
  const inject = String.raw`{service_name="x\"}[1m])) or sum(count_over_time({cluster=\"b\"}[1m])) #"}`;
  expect(() => ask('logs', '/loki/api/v1/patterns', `query=${encode(inject)}`)).toThrow(
    /"service_name" may hold letters/,
  );
  expect(ask('logs', '/loki/api/v1/query', `query=${encode(inject)}`).params).toHaveLength(1);
  expect(ask('logs', '/loki/api/v1/patterns', `query=${encode('{service_name=~"shop|api.*"}')}`).params).toHaveLength(
    1,
  );
});

describe('a call with match[]', () => {
  test.each<[Store, string]>([
    ['metrics', '/api/v1/series'],
    ['metrics', '/api/v1/labels'],
    ['metrics', '/api/v1/label/__name__/values'],
    ['logs', '/loki/api/v1/series'],
  ])('%s %s has each one narrowed to each part, or the parts themselves', (store, path) => {
    const two = `match[]=${encode('{c="d"}')}&match[]=${encode('{e="f"}')}`;
    expect(ask(store, path, two).params).toEqual([
      ['match[]', `{c="d",${our}}`],
      ['match[]', `{e="f",${our}}`],
    ]);
    expect(ask(store, path, 'end=2', union).params).toEqual([
      ['end', '2'],
      ['match[]', `{${our}}`],
      ['match[]', '{cluster="b",namespace="y"}'],
    ]);
    expect(ask(store, path, `match=${encode('{c="d"}')}`, union).params).toHaveLength(2);
    for (const bad of ['{', 'sum({c="d"})', '({c="d"})', '{c="d"} offset 5m', '{c="d"} | json', '', '# {c="d"}']) {
      expect(() => ask(store, path, `match[]=${encode(bad)}`), bad).toThrow(
        expect.objectContaining({ code: 'bad_input' }),
      );
    }
  });
});

test('an answer that no matcher narrows names its filter', () => {
  expect(ask('metrics', '/api/v1/metadata', 'metric=up&limit=1')).toEqual({
    params: [['metric', 'up']],
    filter: 'metadata',
  });
  expect(ask('metrics', '/api/v1/rules', 'type=alert&rule_name[]=a&rule_name[]=b&match[]=x').params).toHaveLength(3);
  expect(ask('metrics', '/api/v1/alerts', '').filter).toBe('alerts');
  expect(ask('logs', '/prometheus/api/v1/rules', '').filter).toBe('rules');
  expect(ask('alerts', '/api/v2/alerts/groups', 'filter=a&filter=b&active=true&x=1')).toEqual({
    params: [
      ['active', 'true'],
      ['filter', 'a'],
      ['filter', 'b'],
    ],
    filter: 'alertmanager_groups',
  });
  expect(ask('metrics', '/api/v1/status/buildinfo', 'x=1')).toEqual({ params: [], filter: undefined });
  expect(ask('logs', '/loki/api/v1/format_query', 'query=%7B').params).toEqual([['query', '{']]);
});

test.each<[Store, string]>([
  ['metrics', '/api/v1/status/tsdb'],
  ['metrics', '/api/v1/cardinality/label_values'],
  ['metrics', '/api/v1/label/a%2fb/values'],
  ['metrics', '/loki/api/v1/query'],
  ['metrics', '__proto__'],
  ['logs', '/loki/api/v1/index/shards'],
  ['logs', '/loki/api/v1/delete'],
  ['logs', '/loki/api/v1/detected_field/a/values'],
  ['logs', 'constructor'],
  ['alerts', '/api/v2/receivers'],
  ['alerts', '/api/v1/alerts'],
])('%s %s does not exist', (store, path) => {
  expect(() => ask(store, path, 'query=up')).toThrow(expect.objectContaining({ code: 'not_found' }));
});
