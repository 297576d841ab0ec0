import { type Dashboard, platformDashboards, projectDashboards } from '@oriel/dashboards/dashboards';

const make = { project: projectDashboards, all: platformDashboards };
const made = new Map<keyof typeof make, readonly Dashboard[]>();

/** What Oriel provides to a project, or to administrators over all of them. Made once: it never changes while this runs. */
export function providedDashboards(to: keyof typeof make): readonly Dashboard[] {
  const dashboards = made.get(to) ?? make[to]();
  made.set(to, dashboards);
  return dashboards;
}
