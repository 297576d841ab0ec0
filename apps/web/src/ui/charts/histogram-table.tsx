'use client';
import { formatCount } from '../format/count.ts';
import { formatDateTime } from '../format/time.ts';
import { useZone } from '../time/zone.tsx';
import { bucketTotal, type HistogramBucket } from './histogram-geometry.ts';
import { LEVELS, type LevelCounts } from './level.ts';

/** The same numbers as text. */
export function HistogramTable({ buckets, counts }: { buckets: readonly HistogramBucket[]; counts: LevelCounts }) {
  const { zone } = useZone();
  const levels = LEVELS.filter((level) => (counts[level] ?? 0) > 0);
  return (
    <section
      aria-label="Lines over time"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="mt-1.5 max-h-60 overflow-auto scroll-thin border-t border-line1"
    >
      <table className="tnum w-full text-small">
        <thead className="sticky top-0 bg-sunken text-left text-ink3">
          <tr>
            {['From', ...levels, 'all'].map((head) => (
              <th key={head} scope="col" className="px-2 py-1 font-medium not-first:text-right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket) => (
            <tr key={bucket.start} className="border-t border-line1">
              <th scope="row" className="px-2 py-1 text-left font-normal">
                {formatDateTime(bucket.start, zone)}
              </th>
              {levels.map((level) => (
                <td key={level} className="px-2 py-1 text-right">
                  {formatCount(bucket.counts[level] ?? 0)}
                </td>
              ))}
              <td className="px-2 py-1 text-right font-semibold">{formatCount(bucketTotal(bucket.counts))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
