import { describe, expect, it } from 'vitest';
import { federate, tenantsToTail } from './federate.ts';
import { manyTenants } from './testing/many-tenants.ts';

type Params = Readonly<Record<string, string>>;
const ask = (store: 'metrics' | 'logs' | 'alerts', path: string, params: Params = {}, tenants = manyTenants) =>
  federate({ store, path, params: new URLSearchParams(params), now: 1_700_000_000_000 }, tenants);
const vector = (...series: readonly (readonly [object, string])[]) => ({
  status: 'success',
  data: { resultType: 'vector', result: series.map(([metric, value]) => ({ metric, value: [5, value] })) },
});
const metrics = (query: string) => ask('metrics', '/api/v1/query', { query });

describe('figures of parts become one', () => {
  it.each([
    ['sum by (a) (up)', '6'],
    ['count(up)', '6'],
    ['min(up)', '1'],
    ['max(up)', '3'],
    ['group(up)', '1'],
    ['sum(up) * 2 > 3', '12'],
    ['-sum(up)', '-6'],
  ])('%s', (query, value) => {
    const { asks, merge } = metrics(query);
    expect(asks).toHaveLength(3);
    const answers = ['1', '2', '3'].map((one) => vector([{ a: 'x' }, one]));
    expect(merge(answers)).toMatchObject({ data: { resultType: 'vector', result: [{ value: [5, value] }] } });
  });

  it('what is no number gives way, and what is endless is said to be', () => {
    const answers = (...values: string[]) => values.map((value) => vector([{}, value]));
    const outcome = (query: string, ...values: string[]) =>
      (metrics(query).merge(answers(...values)) as ReturnType<typeof vector>).data.result[0]?.value[1];
    expect(outcome('min(up)', 'NaN', '2', '3')).toBe('2');
    expect(outcome('max(up)', '1', 'NaN', '-Inf')).toBe('1');
    expect(outcome('max(up)', '1', '+Inf', '2')).toBe('+Inf');
    expect(outcome('sum(up)', '1', 'NaN', '2')).toBe('NaN');
  });

  it('avg is the sum by the count, of those parts that answered both', () => {
    const { asks, merge } = metrics('avg(up)');
    expect(asks.map(({ params }) => params.get('query'))).toEqual([
      ...Array(3).fill('sum(up)'),
      ...Array(3).fill('count(up)'),
    ]);
    const answers = ['10', '20', '30', '1', '2', '3'].map((value) => vector([{}, value]));
    expect(merge(answers)).toMatchObject({ data: { result: [{ value: [5, '10'] }] } });
    const some = answers.map((answer, index) => (index % 3 === 0 ? undefined : answer));
    expect(merge(some)).toMatchObject({ data: { result: [{ value: [5, '10'] }] } });
    expect(() => merge(answers.map((answer, index) => (index < 3 ? undefined : answer)))).toThrow(
      /answered by no store/,
    );
  });

  it('topk is ranked again, in order', () => {
    const { merge } = metrics('topk(2, up)');
    const answers = ['1', '3', '2'].map((value) => vector([{ a: value }, value], [{ b: value }, 'NaN']));
    expect(merge(answers)).toMatchObject({ data: { result: [{ value: [5, '3'] }, { value: [5, '2'] }] } });
  });

  it('series stay as they are, histograms and all; two of the same labels are refused', () => {
    const { merge } = metrics('up');
    const histogram = {
      status: 'success',
      data: { resultType: 'vector', result: [{ metric: { a: '1' }, histogram: [5, {}] }] },
    };
    expect(merge([histogram, vector([{ a: '2' }, '1'])])).toMatchObject({
      data: { result: [{ metric: { a: '1' }, histogram: [5, {}] }, { metric: { a: '2' } }] },
    });
    expect(() => merge([vector([{ a: '1', b: '2' }, '1']), vector([{ b: '2', a: '1' }, '1'])])).toThrow(/same labels/);
    expect(() => metrics('sum(up)').merge([histogram])).toThrow(/Native histograms/);
  });

  it('one-to-one matches must be one to one', () => {
    const { merge } = metrics('sum by (a, b) (up) / on (a) sum by (a) (down)');
    const one = vector([{ a: '1', b: '1' }, '4'], [{ a: '1', b: '2' }, '4']);
    expect(() => merge([one, one, one, ...Array(3).fill(vector([{ a: '1' }, '2']))])).toThrow(/Several series/);
  });

  it('a limit cuts the whole, not the parts; warnings are kept', () => {
    const { asks, merge } = ask('metrics', '/api/v1/query', { query: 'up', limit: '2' });
    expect(asks[0]?.params.has('limit')).toBe(false);
    const answers = ['1', '2', '3'].map((value) => ({ ...vector([{ a: value }, value]), warnings: ['w'] }));
    const merged = merge(answers) as ReturnType<typeof vector>;
    expect(merged.data.result).toHaveLength(2);
    expect(merged).toMatchObject({ warnings: ['w'] });
  });

  it('a strange answer is no answer', () => {
    for (const strange of [{}, null, { status: 'error' }, { status: 'success', data: 5 }, []]) {
      expect(() => metrics('sum(up)').merge([strange])).toThrow(expect.objectContaining({ code: 'upstream_failed' }));
    }
  });
});

describe('lines and lists of parts become one', () => {
  const streams = (...entries: readonly (readonly [string, string])[]) => ({
    status: 'success',
    data: {
      resultType: 'streams',
      result: entries.map(([app, at]) => ({ stream: { app }, values: [[at, `${app}${at}`]] })),
    },
  });

  it('lines by time, as many as asked for', () => {
    const params = { query: '{a="b"}', limit: '3' };
    const { asks, merge } = ask('logs', '/loki/api/v1/query_range', params);
    expect(asks[0]?.params.get('limit')).toBe('3');
    expect(asks[0]?.params.get('end')).toBe('1700000000000000000');
    const answers = [streams(['x', '1'], ['x', '4']), streams(['y', '3']), streams(['z', '2'])];
    expect(merge(answers)).toMatchObject({
      data: { result: [{ stream: { app: 'x' } }, { stream: { app: 'y' } }, { stream: { app: 'z' } }] },
    });
    const forward = ask('logs', '/loki/api/v1/query_range', { ...params, direction: 'forward' }).merge(answers);
    expect(JSON.stringify(forward)).toContain('x1');
    expect(JSON.stringify(forward)).not.toContain('x4');
  });

  it('stats, volume and patterns are added up', () => {
    const stats = ask('logs', '/loki/api/v1/index/stats', { query: '{a="b"}' });
    expect(
      stats.merge([
        { streams: 1, bytes: 5 },
        { streams: 2, bytes: 6 },
        { streams: 0, bytes: 0 },
      ]),
    ).toEqual({ streams: 3, bytes: 11 });
    const volume = ask('logs', '/loki/api/v1/index/volume', { query: '{a="b"}', limit: '1' });
    const large = [vector([{ a: '1' }, '5'], [{ a: '2' }, '4']), vector([{ a: '2' }, '4'])];
    expect(volume.asks[0]?.params.get('limit')).toBe('1000');
    expect(volume.merge(large)).toMatchObject({ data: { result: [{ metric: { a: '2' }, value: [5, '8'] }] } });
    const full = vector(...Array.from({ length: 1_000 }, (_, index) => [{ a: String(index) }, '1'] as const));
    expect(() => volume.merge([full])).toThrow(/more than 1000 groups/);
    const patterns = ask('logs', '/loki/api/v1/patterns', { query: '{a="b"}' });
    const said = (...samples: number[][]) => ({ status: 'success', data: [{ pattern: 'a <_>', samples }] });
    expect(patterns.merge([said([1, 2], [2, 3]), said([2, 4])])).toMatchObject({
      data: [
        {
          samples: [
            [1, 2],
            [2, 7],
          ],
        },
      ],
    });
  });

  it('names, series and metadata are united', () => {
    const list = (...data: unknown[]) => ({ status: 'success', data });
    expect(ask('metrics', '/api/v1/label/pod/values').merge([list('b'), list('a', 'b')])).toMatchObject({
      data: ['a', 'b'],
    });
    expect(ask('logs', '/loki/api/v1/labels').merge([{ status: 'success' }, list('a')])).toMatchObject({ data: ['a'] });
    expect(ask('metrics', '/api/v1/series').merge([list({ a: '1', b: '2' }), list({ b: '2', a: '1' })])).toMatchObject({
      data: [{ a: '1' }],
    });
    const metadata = (help: string) => ({ status: 'success', data: { up: [{ help }] } });
    expect(ask('metrics', '/api/v1/metadata').merge([metadata('x'), metadata('y'), metadata('x')])).toMatchObject({
      data: { up: [{ help: 'x' }, { help: 'y' }] },
    });
    const fields = (type: string, parsers: string[]) => ({
      fields: [{ label: 'x', type, cardinality: parsers.length, parsers }],
      limit: 9,
    });
    expect(
      ask('logs', '/loki/api/v1/detected_fields', { query: '{a="b"}' }).merge([
        fields('int', ['json']),
        fields('string', ['json', 'logfmt']),
      ]),
    ).toEqual({ fields: [{ label: 'x', type: 'string', cardinality: 2, parsers: ['json', 'logfmt'] }], limit: 9 });
  });

  it('rules and alerts are asked for tenant by tenant, of so many at most', () => {
    const groups = { status: 'success', data: { groups: [{ name: 'g' }] } };
    const few = ask('metrics', '/api/v1/rules', {}, manyTenants.slice(0, 3));
    expect(few.asks.map(({ part }) => part.orgIds.length)).toEqual([1, 1, 1]);
    expect(few.merge([groups, groups])).toMatchObject({ data: { groups: [{}, {}] } });
    const many = [...manyTenants, ...manyTenants.map((tenant) => ({ ...tenant, seedId: 'other' }))];
    expect(() => ask('alerts', '/api/v2/alerts', {}, many)).toThrow(/tenant by tenant/);
  });

  it('a call that the stores do not have for all is refused; and nowhere is nothing', () => {
    expect(() => ask('logs', '/loki/api/v1/other')).toThrow(/not answered for all/);
    expect(() => ask('metrics', '/api/v1/labels', {}, [])).toThrow(/No project stores anything/);
  });
});

it('a tail follows so many at most, and only those that it is about', () => {
  expect(tenantsToTail('{project="p003"}', manyTenants, 5).map(({ project }) => project)).toEqual(['p003']);
  expect(() => tenantsToTail('{a="b"}', manyTenants, 5)).toThrow(/at most 5 tenants/);
});
