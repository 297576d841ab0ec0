type Run = { line: string; area: string };

const TOP = 2;
const FOOT = 2.8;
const GAP_LIFT = 1.5;

/** Turns values into svg paths: one run per stretch without a gap, one dashed base line per gap. y starts at 0. */
export function sparklinePaths(values: readonly (number | null)[], width: number, height: number) {
  const runs: Run[] = [];
  const gaps: string[] = [];
  const last = Math.max(1, values.length - 1);
  const x = (index: number) => Number(((index / last) * width).toFixed(1));
  const top = Math.max(...values.map((value) => value ?? 0), Number.MIN_VALUE);
  const y = (value: number) => Number((height - FOOT - (value / top) * (height - FOOT - TOP)).toFixed(1));

  let index = 0;
  while (index < values.length) {
    const start = index;
    const missing = values[start] === null;
    while (index < values.length && (values[index] === null) === missing) index += 1;
    if (missing) {
      const from = x(Math.max(0, start - 1));
      gaps.push(`M${from} ${height - GAP_LIFT}H${x(Math.min(values.length - 1, index))}`);
      continue;
    }
    const points = values.slice(start, index).map((value, offset) => `${x(start + offset)} ${y(value ?? 0)}`);
    if (points.length === 1) points.push(`${x(start) + 1} ${y(values[start] ?? 0)}`);
    const line = `M${points.join('L')}`;
    const end = points.at(-1)?.split(' ')[0];
    runs.push({ line, area: `${line}L${end} ${height}L${x(start)} ${height}Z` });
  }
  return { runs, gaps };
}
