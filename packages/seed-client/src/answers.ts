import { z } from 'zod';

export const labels = z.record(z.string(), z.string());

/** Unix seconds and the value as text: "NaN" and "+Inf" are values too. */
const sample = z.tuple([z.number(), z.string()]);

export interface InstantSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** Unix seconds. */
  readonly at: number;
  readonly value: number;
}

export interface RangeSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** Unix seconds and value, oldest first. */
  readonly points: readonly (readonly [number, number])[];
}

/** The envelope that both stores put around their data. */
export function success<Data extends z.ZodType>(data: Data) {
  return z
    .object({ status: z.literal('success'), data })
    .transform((answer) => (answer as { data: z.output<Data> }).data);
}

export const vector = success(
  z.object({ resultType: z.literal('vector'), result: z.array(z.object({ metric: labels, value: sample })) }),
).transform(({ result }): InstantSeries[] =>
  result.map(({ metric, value: [at, value] }) => ({ labels: metric, at, value: Number(value) })),
);

export const matrix = success(
  z.object({ resultType: z.literal('matrix'), result: z.array(z.object({ metric: labels, values: z.array(sample) })) }),
).transform(({ result }): RangeSeries[] =>
  result.map(({ metric, values }) => ({ labels: metric, points: values.map(([at, value]) => [at, Number(value)]) })),
);
