import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Narrowing } from '@oriel/domain/permissions';
import { authorizeTelemetry } from '@oriel/domain/scope';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as logs from './logs.ts';
import * as metrics from './metrics.ts';
import { closePools } from './pools.ts';
import { openTail } from './tail.ts';
import { upstream } from './upstream.ts';

// A recorder in the stores' place: every function must ask for no more than its scope may read.

const asked: URLSearchParams[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  asked.push(new URLSearchParams(body === '' ? (request.url ?? '').split('?')[1] : body));
  response.end('{}');
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(async () => {
  await closePools();
  server.close();
});

function whereFor(narrowing: Narrowing): metrics.Where {
  const principal = {
    userId: 'nora',
    email: 'nora@example.com',
    name: 'Nora',
    isPlatformAdmin: false,
    roles: new Map([['shop', [{ role: 'viewer' as const, ...narrowing }]]]),
  };
  const location = { seedId: 'one', seedName: 'one', orgId: 'shop-org', metricsUrl: url, logsUrl: url };
  return { scope: authorizeTelemetry(principal, { projectId: 'shop', locations: [location] }) };
}

const near = { clusters: [{ id: '1', name: 'near' }], namespaces: ['pay'] };
const range = { start: 0, end: 60, step: 10 };
const selector = '{app="api"}';

const calls: Readonly<Record<string, (where: metrics.Where) => Promise<unknown>>> = {
  logLabelValues: (where) => logs.logLabelValues(where, 'pod', range),
  logSeries: (where) => logs.logSeries(where, [selector], range),
  logStats: (where) => logs.logStats(where, selector, range),
  logVolume: (where) => logs.logVolume(where, selector, range),
  metricLabelValues: (where) => metrics.metricLabelValues(where, 'pod'),
  metricSeries: (where) => metrics.metricSeries(where, [selector], range),
  queryLogMetrics: (where) => logs.queryLogMetrics(where, `count_over_time(${selector}[1m])`),
  queryLogMetricsRange: (where) => logs.queryLogMetricsRange(where, `rate(${selector}[1m])`, range),
  queryLogs: (where) => logs.queryLogs(where, selector, range),
  queryMetrics: (where) => metrics.queryMetrics(where, selector),
  queryMetricsRange: (where) => metrics.queryMetricsRange(where, selector, range),
};

it('lists every function that reads a store', () => {
  expect(Object.keys(calls)).toEqual([...Object.keys(logs), ...Object.keys(metrics)].sort());
});

describe.each(Object.entries(calls))('%s', (_name, read) => {
  it('asks for what its scope may read, and for nothing else', async () => {
    // The recorder's answer has no store's form.
    await expect(read(whereFor(near))).rejects.toMatchObject({ code: 'upstream_failed' });
    expect(asked).toHaveLength(1);
    const selectors = asked.flatMap((params) => [...params.getAll('query'), ...params.getAll('match[]')]);
    expect(selectors).toHaveLength(1);
    expect(selectors[0]).toContain('cluster="near",namespace="pay"');
  });

  it('asks for nothing where nothing may be read', async () => {
    await expect(read(whereFor({ clusters: [], namespaces: 'all' }))).rejects.toMatchObject({ code: 'not_found' });
    expect(asked).toEqual([]);
  });

  it('leaves a whole scope’s words as they are', async () => {
    await expect(read(whereFor({ clusters: 'all', namespaces: 'all' }))).rejects.toThrow();
    expect(String(asked[0])).not.toContain('cluster');
  });
});

it('a tail asks for what its scope may read', async () => {
  const tail = openTail(upstream(whereFor(near).scope, 'logs'), new URLSearchParams({ query: selector }));
  await new Promise((resolve) => tail.once('error', resolve));
  expect(asked.map((params) => params.get('query'))).toEqual(['{app="api",cluster="near",namespace="pay"}']);
});
