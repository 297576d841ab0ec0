import { formatCount, formatPlural } from '@/ui/format/count.ts';
import { formatDuration } from '@/ui/format/duration.ts';
import { formatHourMinute } from '@/ui/format/time.ts';
import type { Bucket, Histogram } from './buckets.ts';

const ALARMS = ['error', 'critical'] as const;

/** The chart in a sentence: "48,312 lines in 1 h, about 805 a minute. 412 error and critical, most at 14:07." */
export function describeHistogram({ buckets, total }: Histogram, zone: string): string {
  const from = buckets[0]?.from ?? 0;
  const to = buckets.at(-1)?.to ?? 0;
  const perMinute = total / Math.max(1, (to - from) / 60_000);
  const head = `${formatPlural(total, 'line')} in ${formatDuration(to - from)}, about ${formatCount(perMinute)} a minute.`;
  const alarms = (bucket: Bucket) => ALARMS.reduce((sum, level) => sum + (bucket.counts[level] ?? 0), 0);
  const worst = buckets.reduce<Bucket | undefined>(
    (most, bucket) => (alarms(bucket) > (most === undefined ? 0 : alarms(most)) ? bucket : most),
    undefined,
  );
  if (worst === undefined) return `${head} No error among them.`;
  const sum = buckets.reduce((all, bucket) => all + alarms(bucket), 0);
  return `${head} ${formatCount(sum)} error and critical, most at ${formatHourMinute(worst.from, zone)}.`;
}
