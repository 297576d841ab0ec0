import { type DashboardContext, dashboardLink } from '@oriel/dashboards/dashboard-link';

/** Page of the dashboard that shows a cluster, namespace or pod best. */
export function dashboardHref(project: string, context: DashboardContext): string {
  const { uid, params } = dashboardLink(context);
  const search = new URLSearchParams(params).toString();
  return `/p/${project}/dashboards/${uid}${search === '' ? '' : `?${search}`}`;
}

const halfHour = 30 * 60_000;

/** Half an hour on either side of a moment, as the page's address has it. */
export function rangeAround(ms: number): { from: string; to: string } {
  return { from: new Date(ms - halfHour).toISOString(), to: new Date(ms + halfHour).toISOString() };
}
