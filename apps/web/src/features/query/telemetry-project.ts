/** What the pages need to know of a project's clusters, given by the server with the page. */
export interface TelemetryCluster {
  readonly id: string;
  readonly name: string;
  readonly logging: boolean;
  readonly monitoring: boolean;
}

export interface TelemetryProject {
  readonly slug: string;
  readonly name: string;
  /** The first clusters by name, enough to tell whether anything is switched on. */
  readonly clusters: readonly TelemetryCluster[];
  readonly clusterTotal: number;
  readonly canManageClusters: boolean;
}

export type Signal = 'logging' | 'monitoring';

export type Source =
  | { readonly state: 'no-cluster' }
  /** Every cluster in view has the signal switched off. */
  | { readonly state: 'off'; readonly clusters: readonly TelemetryCluster[] }
  | { readonly state: 'on' };

/** Whether data can be expected at all from the project, or from the chosen clusters of it. */
export function sourceOf(project: TelemetryProject, chosen: readonly string[], signal: Signal): Source {
  if (project.clusterTotal === 0) return { state: 'no-cluster' };
  const inView =
    chosen.length === 0 ? project.clusters : project.clusters.filter((cluster) => chosen.includes(cluster.name));
  const isWhole = chosen.length > 0 ? inView.length === chosen.length : inView.length === project.clusterTotal;
  if (!isWhole || inView.some((cluster) => cluster[signal])) return { state: 'on' };
  return { state: 'off', clusters: inView };
}

/** The `cluster` parameter: names, separated by commas. */
export function clustersOf(parameter: string | null): readonly string[] {
  return parameter === null ? [] : parameter.split(',').filter((name) => name !== '');
}
