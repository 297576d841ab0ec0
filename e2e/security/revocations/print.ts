import { percentile } from '../read-path/percentile.ts';
import type { Figures } from './prove.ts';

const shown = (times: readonly number[]) =>
  times.length === 0
    ? 'not affected'
    : `p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms`;

/** By what was taken away. */
export function printRevocations(figures: Readonly<Record<string, Figures>>): void {
  for (const [change, { refusedMs, closedMs, grafanaMs }] of Object.entries(figures)) {
    console.log(
      `${change} (${refusedMs.length}): reads refused ${shown(refusedMs)}; Grafana ${shown(grafanaMs)}; tails closed ${shown(closedMs)}`,
    );
  }
}

/** Reads and Grafana within 5 s for 99 of 100, every tail within 10 s. */
export function areInTime(figures: Readonly<Record<string, Figures>>): boolean {
  return Object.values(figures).every(
    ({ refusedMs, closedMs, grafanaMs }) =>
      percentile([...refusedMs, ...grafanaMs], 0.99) <= 5_000 && Math.max(...closedMs) <= 10_000,
  );
}
