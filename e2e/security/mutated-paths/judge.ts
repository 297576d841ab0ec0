import type { Seen } from '@oriel/ingest/nginx.fixture';
import type { RecordedWorld } from '../read-path/recorded-world.ts';

/** Written down here once more, and on purpose not taken from the gateway. */
const prometheusCall =
  /^\/prometheus\/api\/v1\/(?:query|query_range|query_exemplars|series|labels|label\/\w+\/values|metadata|rules|alerts|status\/buildinfo)$/;
const lokiCall =
  /^\/loki\/api\/v1\/(?:query|query_range|series|labels?|label\/\w+\/values|index\/(?:stats|volume|volume_range)|patterns|detected_(?:fields|labels)|format_query)$/;
const alertmanagerCall = /^\/alertmanager\/api\/v2\/(?:alerts|alerts\/groups|silences|status|receivers)$/;
const grafanaFile = /^\/(?:public\/|favicon\.ico$|robots\.txt$|avatar\/|api\/health$)/;
const grafanaCall = new RegExp(
  `^/(?:$|d(?:-solo)?/|dashboards?(?:/|$)|explore$|(?:library-panels|bookmarks)/?$|goto/|bootdata/?$|api/(?:${[
    'frontend/settings/?$|frontend-metrics$|user/?$|user/(?:orgs|preferences|stars)(?:$|/)|org/?$|access-control/user/',
    'search|dashboards/|folders|library-elements|annotations|plugins/|ds/query$|query-history|short-urls$',
    'datasources/(?:proxy/uid|uid)/oriel-(?:metrics|logs|alerts)/|datasources/correlations$',
  ].join('|')})|apis/(?:dashboard|folder|preferences|query|features)\\.grafana\\.app)`,
);

/** The tenants must be exactly one of the authorized sets. */
export function whyNotOpen({ url, headers }: Seen, authorized: readonly (readonly string[])[]): string | undefined {
  const [path = ''] = url.split('?');
  const isOpen = prometheusCall.test(path) || lokiCall.test(path) || alertmanagerCall.test(path);
  const tenants = String(headers['x-scope-orgid']);
  const isExact = authorized.some((orgIds) => isSameSet(orgIds, tenants.split('|')));
  return isOpen && isExact ? undefined : `a store saw ${url} of ${tenants}`;
}

/** A page's path is in its plain form, and cannot be read as one of the read APIs however often it is decoded. */
export function whyNotPage({ url }: Seen): string | undefined {
  const [path = ''] = url.split('?');
  const isTelemetry =
    /^\/api\/(?:projects\/[^/]*|global)\/(?:prometheus|loki|alertmanager)(?:\/|$)|^\/grafana\/v1\//.test(path);
  return isPlain(path) && !isTelemetry ? undefined : `the web process saw ${url}`;
}

/** A call that is open, for the person and the organization that she reads; files are nobody's. */
export function whyNotInGrafana({ method, url, headers }: Seen, world: RecordedWorld): string | undefined {
  const [path = ''] = url.split('?');
  const [{ orgId }] = world.organizations;
  const isHers = headers['x-webauth-user'] === world.readers[0].userId && headers['x-grafana-org-id'] === String(orgId);
  const isNobodys = headers['x-webauth-user'] === undefined && grafanaFile.test(path);
  if (isPlain(path) && (isNobodys || (isHers && grafanaCall.test(path)))) return undefined;
  return `Grafana saw ${method} ${url} of ${headers['x-webauth-user']} in ${headers['x-grafana-org-id']}`;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join('|') === [...other].sort().join('|');
}

function isPlain(path: string): boolean {
  return /^\/[\x21-\x7e]*$/.test(path) && !/\/\/|\\|%2f|%5c|\/\.{1,2}(?:\/|$)/i.test(path);
}
