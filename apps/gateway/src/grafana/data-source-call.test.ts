import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assertSecret, dataSourceCallOf, personAsking } from './data-source-call.ts';

const id = '0b8e2a10-3c4d-4e5f-8a9b-0c1d2e3f4a5b';
const base = `/grafana/v1/organizations/${id}`;

describe('a data source may ask', () => {
  it.each([
    ['/prometheus/api/v1/query', 'metrics', '/api/v1/query'],
    ['/prometheus/api/v1/label/pod/values', 'metrics', '/api/v1/label/pod/values'],
    ['/loki/loki/api/v1/query_range', 'logs', '/loki/api/v1/query_range'],
    ['/loki/prometheus/api/v1/rules', 'logs', '/prometheus/api/v1/rules'],
    ['/alertmanager/alertmanager/api/v2/alerts/groups', 'alerts', '/api/v2/alerts/groups'],
  ])('%s', (path, store, storePath) => {
    expect(dataSourceCallOf(base + path)).toMatchObject({ organizationId: id, call: { store, path: storePath } });
  });

  it.each([
    `${base}/prometheus`,
    `${base}/prometheus/api/v1/write`,
    `${base}/loki/api/v1/query`,
    `${base}/loki/loki/api/v1/push`,
    `${base}/loki/loki/api/v1/delete`,
    `${base}/alertmanager/api/v2/alerts`,
    `${base}/alertmanager/alertmanager/api/v2/silence/1`,
    `${base}/alertmanager/alertmanager/api/v1/alerts`,
    `${base}/mimir/api/v1/query`,
    `/grafana/v1/organizations/${id.toUpperCase()}/prometheus/api/v1/query`,
    '/grafana/v1/organizations/7/prometheus/api/v1/query',
    '/grafana/v1/organizations',
    '/grafana/v1/',
  ])('and not %s', (path) => {
    expect(() => dataSourceCallOf(path)).toThrow(/no such call|bad|not found/i);
  });

  it('and everything else is somebody else’s', () => {
    expect(dataSourceCallOf('/grafana')).toBeUndefined();
    expect(dataSourceCallOf('/p/shop')).toBeUndefined();
  });
});

describe('a secret', () => {
  const secret = `og_${'a'.repeat(43)}`;
  const organization = {
    id,
    name: 'Shop',
    orgId: 7,
    secretHash: hash('sha256', secret, 'buffer'),
    project: { id, slug: 'shop' },
  };
  it('is its organization’s own', () => {
    expect(() => assertSecret(`Bearer ${secret}`, organization)).not.toThrow();
    for (const wrong of [undefined, '', secret, `Basic ${secret}`, `Bearer og_${'b'.repeat(43)}`, `Bearer ${secret} `])
      expect(() => assertSecret(wrong, organization)).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
    expect(() => assertSecret(`Bearer ${secret}`, undefined)).toThrow(/own organization/);
    expect(() => assertSecret(`Bearer ${secret}`, { ...organization, secretHash: null })).toThrow(/own organization/);
  });
});

describe('the person who asks', () => {
  it('is the one that Grafana names', () => {
    expect(personAsking(['Accept', '*/*', 'X-Grafana-User', id])).toBe(id);
  });
  it.each([
    [[]],
    [['X-Grafana-User', '']],
    [['X-Grafana-User', 'oriel']],
    [['X-Grafana-User', 'sa-1-report']],
    [['X-Grafana-User', id, 'x-grafana-user', id]],
    [['X-Grafana-User', `${id}, ${id}`]],
    [['Accept', 'X-Grafana-User', id, '1']],
  ])('is nobody in %j', (rawHeaders) => {
    expect(() => personAsking(rawHeaders)).toThrow(/A query without a person is refused/);
  });
});
