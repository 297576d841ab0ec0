import { formatBytes } from './bytes.ts';
import { formatCompact, formatCount } from './count.ts';

/** A rate that names its thing: "8,410 lines/s", "31.2k samples/s", "0.4 lines/s". Input is per second. */
export function formatRate(perSecond: number, thing: string): string {
  const size = Math.abs(perSecond);
  const amount = size >= 10_000 || (size > 0 && size < 10) ? formatCompact(perSecond) : formatCount(perSecond);
  return `${amount} ${thing}/s`;
}

/** "310 KB/s", "5.1 MB/s". Input is bytes per second. */
export function formatByteRate(bytesPerSecond: number): string {
  return `${formatBytes(bytesPerSecond)}/s`;
}
