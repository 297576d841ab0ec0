import type { Dashboard } from './kit/dashboard.ts';
import { clusters } from './project/clusters.ts';
import { logs } from './project/logs.ts';
import { namespaces } from './project/namespaces.ts';
import { nodes } from './project/nodes.ts';
import { pipeline } from './project/pipeline.ts';
import { pods } from './project/pods.ts';

export type { Dashboard } from './kit/dashboard.ts';

/** What every project's organization in Grafana gets. */
export function projectDashboards(): Dashboard[] {
  return [clusters(), namespaces(), pods(), nodes(), logs(), pipeline()];
}

/** What administrators get in the organization over all projects, beside the others. */
export function platformDashboards(): Dashboard[] {
  return [];
}
