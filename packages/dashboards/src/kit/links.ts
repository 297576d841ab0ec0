import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';

// biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana fills it in.
const sameTime = '${__url_time_range}';

/** A cell of a table: the dashboard for what stands in that row, over the same time. */
export function toRow(uid: string, labels: Readonly<Record<string, string>>): string {
  const own = Object.entries(labels).map(
    ([variable, column]) => `var-${variable}=\${__data.fields["${column}"]:percentencode}`,
  );
  return `/d/${uid}?${[...own, sameTime].join('&')}`;
}

/** A line in the head of a dashboard: the others, with the same variables and time. */
export function toDashboard(uid: string, title: string): DashboardLinkBuilder {
  return new DashboardLinkBuilder(title)
    .type(DashboardLinkType.Link)
    .url(`/d/${uid}`)
    .icon('dashboard')
    .includeVars(true)
    .keepTime(true);
}
