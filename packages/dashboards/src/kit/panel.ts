import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { DashboardLink } from '@grafana/grafana-foundation-sdk/dashboard';

/** What every panel says of itself. */
export interface About {
  readonly title: string;
  /** What it shows, what is usual, and what to do where it is not. */
  readonly description: string;
  /** Grafana's id of the unit: `percentunit`, `bytes`, `Bps`, … */
  readonly unit: string;
}

export type Links = Builder<DashboardLink>[];
