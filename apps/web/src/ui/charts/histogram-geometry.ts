import { LEVELS, type Level, type LevelCounts } from './level.ts';

export type HistogramBucket = { /** Epoch milliseconds. */ start: number; counts: LevelCounts };

export type Segment = { level: Level; y: number; height: number };

const SEGMENT_GAP = 0.5;
const ALARM_HEIGHT = 2;
const FAINT_HEIGHT = 0.6;

export function bucketTotal(counts: LevelCounts): number {
  return LEVELS.reduce((sum, level) => sum + (counts[level] ?? 0), 0);
}

/** The smallest round number that holds the value and whose half reads well too. */
export function niceMax(value: number): number {
  if (value <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((candidate) => candidate * power >= value) ?? 10;
  return step * power;
}

/** One bar in pixels from the top: levels stacked from the base; error and critical never vanish. */
export function stackBar(counts: LevelCounts, max: number, height: number): Segment[] {
  const segments: Segment[] = [];
  let top = height;
  for (const level of LEVELS) {
    const count = counts[level] ?? 0;
    if (count === 0) continue;
    const least = level === 'error' || level === 'critical' ? ALARM_HEIGHT : FAINT_HEIGHT;
    const size = Math.max(least, (count / max) * height - SEGMENT_GAP);
    top -= size;
    segments.push({ level, y: Number(Math.max(0, top).toFixed(2)), height: Number(size.toFixed(2)) });
    top -= SEGMENT_GAP;
  }
  return segments;
}
