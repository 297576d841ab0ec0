import { type Labels, nameSeries, writeLabels } from './name-series.ts';
import { timesOf } from './step.ts';

/** One series of a `query_range` answer; times in seconds, values as text. Native histograms have no `values`. */
export interface MatrixSeries {
  readonly metric: Labels;
  readonly values?: readonly (readonly [number, string])[];
}

export interface GraphSeries {
  readonly id: string;
  readonly name: string;
  /** One per time of the graph; null where there is no finite value. */
  readonly values: readonly (number | null)[];
}

export interface GraphData {
  /** Epoch milliseconds, ascending. */
  readonly times: readonly number[];
  /** What was asked for, even where data are missing. */
  readonly range: { readonly from: number; readonly to: number };
  /** More than can be told apart come with the highest peak first. */
  readonly series: readonly GraphSeries[];
  /** Labels that all series share, as a selector; empty where there are none. */
  readonly common: string;
  /** Series of native histograms, which a graph of lines cannot show. */
  readonly histograms: number;
}

/** More lines than this are not drawn at first. */
export const FEW_SERIES = 20;

export interface Grid {
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
}

/** Puts each sample in its place of the grid, so that a gap stays a gap. */
export function readMatrix(result: readonly MatrixSeries[], grid: Grid, query: string): GraphData {
  const times = timesOf(grid.from, grid.to, grid.stepMs);
  const start = times[0] ?? grid.to;
  const floats = result.filter((series) => series.values !== undefined);
  const drawn = floats.map((series) => {
    const values = new Array<number | null>(times.length).fill(null);
    let peak = Number.NEGATIVE_INFINITY;
    for (const [seconds, text] of series.values ?? []) {
      const index = Math.round((seconds * 1000 - start) / grid.stepMs);
      const value = Number(text);
      if (index < 0 || index >= values.length || !Number.isFinite(value)) continue;
      values[index] = value;
      peak = Math.max(peak, value);
    }
    return { labels: series.metric, values, peak };
  });
  if (drawn.length > FEW_SERIES) drawn.sort((a, b) => b.peak - a.peak);
  const { common, names } = nameSeries(
    drawn.map((series) => series.labels),
    query,
  );
  return {
    times,
    range: { from: grid.from, to: grid.to },
    common,
    histograms: result.length - floats.length,
    series: drawn.map(({ labels, values }, index) => ({ id: writeLabels(labels), name: names[index] ?? '', values })),
  };
}
