import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProjectTelemetry, scopeForObserver } from '@oriel/domain/scope';
import { freePort } from '@oriel/testbed/process/free-port';
import { type SeedStores, startSeedStores } from '@oriel/testbed/seed/start-stores';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  logLabelValues,
  logSeries,
  logStats,
  logVolume,
  queryLogMetrics,
  queryLogMetricsRange,
  queryLogs,
} from './logs.ts';
import { metricLabelValues, metricSeries, queryMetrics, queryMetricsRange } from './metrics.ts';
import { closePools } from './pools.ts';
import { storeReadiness } from './readiness.ts';
import { pushLogs, pushMetric } from './testing/push.ts';
import { upstream } from './upstream.ts';

let home: string;
let stores: SeedStores;
const now = Math.floor(Date.now() / 1000);
/** A store that has just started takes a moment for its first answer. */
const patience = { timeout: 15_000, interval: 250 };
const range = { start: now - 3_600, end: now + 60 };

const project = (slug: string, seeds: Partial<SeedStores>[] = [stores]): ProjectTelemetry => ({
  projectId: slug,
  locations: seeds.map((seed, index) => ({
    seedId: `seed-${index}`,
    seedName: `seed ${index}`,
    orgId: `${slug}-org`,
    logsUrl: seed.logsUrl ?? 'http://127.0.0.1:9',
    metricsUrl: seed.metricsUrl ?? 'http://127.0.0.1:9',
  })),
});
const where = (slug = 'shop') => ({ scope: scopeForObserver(project(slug)) });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'oriel-seed-client-'));
  const ports = {
    lokiHttp: await freePort(),
    lokiGrpc: await freePort(),
    mimirHttp: await freePort(),
    mimirGrpc: await freePort(),
  };
  stores = await startSeedStores({ home, ports });
  await pushLogs(stores.logsUrl, 'shop-org', { pod: 'web-1', level: 'info' }, ['one', 'two', 'three']);
  await pushLogs(stores.logsUrl, 'other-org', { pod: 'hidden' }, ['secret']);
  await pushMetric(stores.metricsUrl, 'shop-org', 'shop_orders', { pod: 'web-1' }, 42);
  await pushMetric(stores.metricsUrl, 'other-org', 'shop_orders', { pod: 'hidden' }, 7);
}, 1_800_000);

afterAll(async () => {
  await closePools();
  await stores?.stop();
  await rm(home, { recursive: true, force: true });
});

describe('a real Mimir', () => {
  it('answers an instant and a range query of its own tenant', async () => {
    const series = await vi.waitFor(async () => {
      const found = await queryMetrics(where(), 'shop_orders');
      expect(found).toHaveLength(1);
      return found;
    }, patience);
    expect(series).toMatchObject([{ value: 42, labels: { pod: 'web-1' } }]);
    const [line] = await queryMetricsRange(where(), 'shop_orders', { start: now - 60, end: now + 60, step: 30 });
    expect(line?.points.some(([, value]) => value === 42)).toBe(true);
  });

  it('lists series and label values', async () => {
    expect(await metricSeries(where(), ['shop_orders'], range)).toMatchObject([{ pod: 'web-1' }]);
    expect(await metricLabelValues(where(), 'pod', range)).toEqual(['web-1']);
    expect(await metricLabelValues(where('empty'), 'pod', range)).toEqual([]);
  });

  it('names what is wrong with a query', async () => {
    await expect(queryMetrics(where(), 'sum(')).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringMatching(/parse error/),
    });
  });
});

describe('a real Loki', () => {
  it('gives lines in the order asked for', async () => {
    const lines = await vi.waitFor(async () => {
      const found = await queryLogs(where(), '{pod="web-1"}', { ...range, direction: 'forward' });
      expect(found).toHaveLength(3);
      return found;
    }, patience);
    expect(lines.map(({ line }) => line)).toEqual(['one', 'two', 'three']);
    const newest = await queryLogs(where(), '{pod="web-1"}', { ...range, limit: 1 });
    expect(newest.map(({ line }) => line)).toEqual(['three']);
    expect(await queryLogs(where(), '{pod="hidden"}', range)).toEqual([]);
  });

  it('counts lines, now and over time', async () => {
    const count = 'sum(count_over_time({pod="web-1"}[1h]))';
    expect(await queryLogMetrics(where(), count, now + 5)).toMatchObject([{ value: 3 }]);
    const [line] = await queryLogMetricsRange(where(), count, { start: now - 60, end: now + 60, step: 60 });
    expect(line?.points.at(-1)?.[1]).toBe(3);
  });

  it('answers from its index', async () => {
    expect(await logSeries(where(), ['{pod=~".+"}'], range)).toMatchObject([{ pod: 'web-1' }]);
    expect(await logLabelValues(where(), 'pod', range)).toEqual(['web-1']);
    expect(await logLabelValues(where('empty'), 'pod', range)).toEqual([]);
    // Loki in one process counts here only what it has written out already.
    expect(await logStats(where(), '{pod="web-1"}', range)).toMatchObject({ bytes: 0, entries: 0 });
    expect(await logVolume(where(), '{pod=~".+"}', { ...range, targetLabels: 'pod' })).toMatchObject([
      { labels: { pod: 'web-1' } },
    ]);
  });

  it('names what is wrong with a query, and the limit of a range that is too long', async () => {
    await expect(queryLogs(where(), '{pod=', range)).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining('parse error'),
    });
    await expect(queryLogs(where(), '{pod="web-1"}', { start: now - 3600 * 1000, end: now })).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringMatching(/query length.*limit: 30d1h/),
    });
  });
});

describe('where there is no store', () => {
  it('the sentence names it and says what to do', async () => {
    const scope = scopeForObserver(project('shop', [{}]));
    await expect(queryMetrics({ scope }, 'up')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/Mimir.*"seed 0".*Try again/),
    });
    await expect(queryLogs({ scope }, '{a="b"}', range)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/Loki.*"seed 0"/),
    });
  });

  it('readiness tells', async () => {
    expect(await storeReadiness('logs', stores.logsUrl)).toEqual({ ok: true, message: 'Loki is ready.' });
    expect(await storeReadiness('metrics', stores.metricsUrl)).toEqual({ ok: true, message: 'Mimir is ready.' });
    expect(await storeReadiness('logs', 'http://127.0.0.1:9')).toMatchObject({
      ok: false,
      message: expect.stringContaining('cannot be reached at http://127.0.0.1:9'),
    });
  });

  it('a project at no or at several seeds is told apart', () => {
    expect(() => upstream(scopeForObserver(project('shop', [])), 'logs')).toThrow('Register a cluster first');
    expect(() => upstream(scopeForObserver(project('shop', [{}, {}])), 'logs')).toThrow('2 seeds (seed 0, seed 1)');
  });
});
