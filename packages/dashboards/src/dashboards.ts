import type { Dashboard } from './kit/dashboard.ts';
import { clusters } from './project/clusters.ts';
import { logs } from './project/logs.ts';

export type { Dashboard } from './kit/dashboard.ts';

/** What every project's organization in Grafana gets. */
export function projectDashboards(): Dashboard[] {
  return [clusters(), logs()];
}

/** What administrators get in the organization over all projects, beside the others. */
export function platformDashboards(): Dashboard[] {
  return [];
}
