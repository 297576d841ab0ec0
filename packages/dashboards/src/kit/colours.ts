import { type Threshold, ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

/** Hues that keep their contrast on Grafana's light and dark panels. None of the series' hues says "good" or "bad". */
export const series = {
  petrol: '#3d8a99',
  orange: '#c9792b',
  green: '#4aa585',
  violet: '#9a6cc4',
  ochre: '#c2a133',
  lavender: '#918dd0',
  grey: '#8a9499',
} as const;

/** Spent on deviation only: what is well stays in the colour of the text. */
export const status = { fine: 'text', warn: '#d08a1d', bad: '#e0493f' } as const;

export const levelColours = {
  trace: '#8b9498',
  debug: '#74848b',
  info: '#688ca1',
  warn: '#d3902f',
  error: '#dd4a42',
  critical: '#c0468a',
  unknown: '#7d8285',
} as const;

/** From `warn` on amber, from `bad` on red. */
export interface Limits {
  readonly warn?: number;
  readonly bad?: number;
}

export function thresholds({ warn, bad }: Limits): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder().steps(stepsOf({ warn, bad } as Limits));
}

/** For values of which less is worse: red below `bad`, amber below `warn`. */
export function thresholdsBelow({ warn, bad }: Required<Limits>): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder().steps([
    { value: null, color: status.bad },
    { value: bad, color: status.warn },
    { value: warn, color: status.fine },
  ]);
}

export function stepsOf({ warn, bad }: Limits): Threshold[] {
  return [
    { value: null, color: status.fine },
    ...(warn === undefined ? [] : [{ value: warn, color: status.warn }]),
    ...(bad === undefined ? [] : [{ value: bad, color: status.bad }]),
  ];
}
