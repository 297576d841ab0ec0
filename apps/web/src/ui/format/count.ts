const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** An exact count with separators: "48,312". */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** A count where space is short: "980", "1.2k", "31.2k", "4.1M". */
export function formatCompact(count: number): string {
  const size = Math.abs(count);
  if (size < 1000) return trimZero(size < 10 ? count.toFixed(1) : count.toFixed(0));
  if (size < 999_950) return `${trimZero((count / 1000).toFixed(1))}k`;
  if (size < 999_950_000) return `${trimZero((count / 1_000_000).toFixed(1))}M`;
  return `${trimZero((count / 1_000_000_000).toFixed(1))}G`;
}

/** "1 cluster", "38 clusters", "2 matches" with the plural given. */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function trimZero(text: string): string {
  return text.replace(/\.0$/, '');
}
