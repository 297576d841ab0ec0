import type { StoreClient } from '@/features/query/store-client.ts';
import { formatBinaryBytes } from '@/ui/format/bytes.ts';
import { formatPlural } from '@/ui/format/count.ts';
import { fromMilliseconds } from './nanoseconds.ts';

/** What the index knows of a selector and a range: an estimate, made without reading a line. */
export interface ScanEstimate {
  readonly streams: number;
  readonly bytes: number;
  readonly entries: number;
}

export const AMBER_BYTES = 100 * 1024 ** 3;
export const CONFIRM_BYTES = 1024 ** 4;

/** Sums the selectors of a query. Throws StoreError. */
export async function fetchEstimate(
  store: StoreClient,
  { selectors, from, to }: { selectors: readonly string[]; from: number; to: number },
  signal: AbortSignal,
): Promise<ScanEstimate> {
  const bounds = { start: fromMilliseconds(from), end: fromMilliseconds(to) };
  const parts = await Promise.all(
    selectors.map(async (query) => (await store.get<ScanEstimate>('index/stats', { query, ...bounds }, signal)).data),
  );
  return parts.reduce(
    (sum, part) => ({
      streams: sum.streams + part.streams,
      bytes: sum.bytes + part.bytes,
      entries: sum.entries + part.entries,
    }),
    { streams: 0, bytes: 0, entries: 0 },
  );
}

/** "reads ≈ 3.1 GiB, 42 streams". */
export function describeEstimate({ bytes, streams }: ScanEstimate): string {
  return `reads ≈ ${formatBinaryBytes(bytes)}, ${formatPlural(streams, 'stream')}`;
}
