type SeriesStats = { last: number | null; min: number | null; max: number | null };

/** What the legend says of a series; gaps do not count. */
export function seriesStats(values: readonly (number | null)[]): SeriesStats {
  let last: number | null = null;
  let min: number | null = null;
  let max: number | null = null;
  for (const value of values) {
    if (value === null) continue;
    last = value;
    min = min === null || value < min ? value : min;
    max = max === null || value > max ? value : max;
  }
  return { last, min, max };
}

/** Eight colours, then the same again with a dash. */
export function seriesLook(index: number): { slot: number; dash: [number, number] | undefined } {
  return { slot: (index % 8) + 1, dash: index % 16 >= 8 ? [4, 3] : undefined };
}
