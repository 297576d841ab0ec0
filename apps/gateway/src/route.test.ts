import { describe, expect, it } from 'vitest';
import { isAmbiguous, routeOf } from './route.ts';

describe('routeOf', () => {
  it.each([
    ['/api/projects/shop/prometheus/api/v1/query', 'metrics', '/api/v1/query', true],
    ['/api/projects/shop/prometheus/api/v1/label/pod/values', 'metrics', '/api/v1/label/pod/values', false],
    ['/api/projects/shop/prometheus/api/v1/status/buildinfo', 'metrics', '/api/v1/status/buildinfo', false],
    ['/api/projects/shop/prometheus/api/v1/rules', 'metrics', '/api/v1/rules', false],
    ['/api/projects/shop/loki/prometheus/api/v1/alerts', 'logs', '/prometheus/api/v1/alerts', false],
    ['/api/projects/shop/loki/api/v1/query_range', 'logs', '/loki/api/v1/query_range', true],
    ['/api/projects/shop/loki/api/v1/index/volume', 'logs', '/loki/api/v1/index/volume', true],
    ['/api/projects/shop/loki/api/v1/label/pod/values', 'logs', '/loki/api/v1/label/pod/values', false],
    ['/api/projects/shop/alertmanager/api/v2/alerts/groups', 'alerts', '/api/v2/alerts/groups', false],
    ['/api/projects/shop/alertmanager/api/v2/silences', 'alerts', '/api/v2/silences', false],
  ])('%s is open', (path, store, storePath, mayPost) => {
    expect(routeOf(path)).toEqual({ slug: 'shop', store, path: storePath, mayPost, isTail: false });
  });

  it('the tail is open, over a WebSocket only', () => {
    expect(routeOf('/api/projects/shop/loki/api/v1/tail')).toMatchObject({ path: '/loki/api/v1/tail', isTail: true });
    expect(() => routeOf('/api/projects/shop/prometheus/api/v1/tail')).toThrow('no such call');
  });

  it.each([
    '/api/projects/shop/prometheus',
    '/api/projects/shop/prometheus/',
    '/api/projects/shop/prometheus/api/v1/write',
    '/api/projects/shop/prometheus/api/v1/query/',
    '/api/projects/shop/prometheus/api/v1/admin/tsdb/delete_series',
    '/api/projects/shop/prometheus/api/v1/rules/x',
    '/api/projects/shop/loki/prometheus/api/v1/query',
    '/api/projects/shop/loki/api/v1/rules',
    '/api/projects/shop/prometheus/api/v1/label/a%2fb/values',
    '/api/projects/shop/prometheus/loki/api/v1/query',
    '/api/projects/shop/loki/api/v1/push',
    '/api/projects/shop/loki/api/v1/delete',
    '/api/projects/shop/loki/api/prom/query',
    '/api/projects/shop/loki/loki/api/v1/query',
    '/api/projects/shop/loki/ready',
    '/api/projects/shop/alertmanager/api/v2/silence/1',
    '/api/projects/shop/alertmanager/api/v1/alerts',
    '/api/projects/shop/alertmanager/alertmanager/api/v2/alerts',
    '/api/projects/SHOP/loki/api/v1/query',
    '/api/projects/shop%7Cother/loki/api/v1/query',
    '/api/projects//loki/api/v1/query',
    '/api/projects/-shop/loki/api/v1/query',
  ])('%s does not exist', (path) => {
    expect(() => routeOf(path)).toThrow('no such call');
  });

  it.each([
    '/',
    '/p/shop/logs',
    '/api/trpc/session.me',
    '/api/projects/shop',
    '/api/projects/shop/members',
    '/API/projects/shop/loki',
  ])('%s belongs to the web process', (path) => {
    expect(routeOf(path)).toBeUndefined();
  });
});

describe('isAmbiguous', () => {
  it.each([
    'http://127.0.0.1:3100/loki/api/v1/query',
    '*',
    '//api/projects/shop/loki/api/v1/query',
    '/api/projects/shop/../other/loki/api/v1/query',
    '/api/projects/shop/loki/api/v1/query/..',
    '/api/projects/shop/%2e%2e/other/loki/api/v1/query',
    '/api/projects/shop/.%2E/loki',
    '/api/./projects',
    '/api/projects/shop%2Floki',
    '/api\\projects',
    '/api/%5cprojects',
    '/p/sh\u00f6p',
    '/p/a b',
  ])('%s is refused', (path) => {
    expect(isAmbiguous(path)).toBe(true);
  });

  it.each([
    '/',
    '/p/shop/logs',
    '/_next/static/chunks/app/p/%5Bproject%5D/page.js',
    '/welcome/a-b_c',
    '/.well-known/x',
    '/a..b/c.',
  ])('%s is plain', (path) => {
    expect(isAmbiguous(path)).toBe(false);
  });
});
