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
  /** Writes a value with its unit. */
  format: (value: number) => string;
  /** The asked range; the axis shows it whole even where data are missing. */
  range: { from: number; to: number };
  height?: number;
  /** A drag, in epoch milliseconds. */
  onSelectRange?: (from: number, to: number) => void;
};
