/** In which steps a reader counts: tens, powers of two (bytes of memory), or seconds, minutes and hours. */
export type ValueScale = 'decimal' | 'binary' | 'time';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TIMES = [1, 2, 5, 10, 15, 30, ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE)].concat(
  [1, 2, 3, 6, 12].map((count) => count * HOUR),
  [1, 2, 5, 10, 20, 50, 100].map((count) => count * DAY),
);

/** The least round step that divides a span into at most `most` parts. */
export function valueStep(span: number, most: number, scale: ValueScale): number {
  const least = span / most;
  if (scale === 'binary' && least > 0.5) return 2 ** Math.ceil(Math.log2(least));
  const time = scale === 'time' && least > 0.5 ? TIMES.find((candidate) => candidate >= least) : undefined;
  if (time !== undefined) return time;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((count) => count * power >= least) ?? 10);
}

/** The multiples of the step from `min` to `max`, without the dust of floating point. */
export function valueTicks(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
