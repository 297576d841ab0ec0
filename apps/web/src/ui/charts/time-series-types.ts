import type { ValueScale } from './value-axis.ts';

export type TimeSeries = {
  id: string;
  /** Always shown: a colour alone never names a line. */
  name: string;
  /** One value per time, null where there is none; never joined over a gap. */
  values: readonly (number | null)[];
};

export type TimeSeriesGraphProps = {
  /** One sentence about what is drawn. */
  label: string;
  /** Epoch milliseconds, ascending. */
  times: readonly number[];
  series: readonly TimeSeries[];
  /** Writes a value with its unit; with a `step` exactly enough that values a step apart differ. */
  format: (value: number, step?: number) => string;
  /** What the value axis counts in; decimal where nothing is said. */
  scale?: ValueScale;
  /** The asked range; the axis shows it whole even where data are missing. */
  range: { from: number; to: number };
  height?: number;
  /** A drag, in epoch milliseconds. */
  onSelectRange?: (from: number, to: number) => void;
};
