import { describe, expect, it } from 'vitest';
import type { StoreClient } from '@/features/query/store-client.ts';
import { MetricSource } from './metric-source.ts';

const sourceOf = (metadata: unknown) => {
  const get = async () => {
    if (metadata instanceof Error) throw metadata;
    return { data: metadata, tookMs: 1 };
  };
  return new MetricSource({ get } as unknown as StoreClient, () => ({ from: 0, to: 1 }));
};

describe('what is known of a metric', () => {
  it('is what the store was told', async () => {
    const source = sourceOf({ up: [{ type: 'gauge', help: 'Told.' }] });
    expect(await source.describe('up')).toEqual({ type: 'gauge', help: 'Told.' });
  });

  it('is else what the exporters say that our agents scrape', async () => {
    const source = sourceOf({});
    expect(await source.describe('container_memory_working_set_bytes')).toEqual({
      type: 'gauge',
      help: 'Current working set in bytes.',
    });
    expect(await source.describe('kubelet_pod_start_duration_seconds_sum')).toMatchObject({ type: 'histogram' });
  });

  it('is there without the store too, and nothing for what nobody described', async () => {
    const source = sourceOf(new Error('down'));
    expect(await source.describe('up')).toMatchObject({ type: 'gauge' });
    expect(await source.describe('my_own_total')).toBeUndefined();
  });
});
