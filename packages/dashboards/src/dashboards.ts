import type { Dashboard } from './kit/dashboard.ts';
import { fleet } from './platform/fleet.ts';
import { forAllProjects } from './platform/for-all-projects.ts';
import { loki } from './platform/loki.ts';
import { mimir } from './platform/mimir.ts';
import { seeds } from './platform/seeds.ts';
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

/** All that administrators get in the organization over all projects. */
export function platformDashboards(): Dashboard[] {
  return [fleet(), seeds(), loki(), mimir(), ...projectDashboards().map(forAllProjects)];
}
