import { type Attempt, asAlice, type Target } from './attempts.ts';

type Call = readonly [method: string, path: string, body?: unknown];

/** Parts of Grafana that nobody gets to: each answers with a refusal, to an editor and to everybody else. */
export function closedParts(target: Target): Attempt[] {
  const { known, world } = target;
  const { dashboardUid, dashboardId, folderUid, userId, dataSourceIds } = known;
  const [sourceId = 1] = dataSourceIds;
  const source = { name: 'mine', type: 'prometheus', access: 'proxy', url: world.stores.metricsUrl };
  const calls: readonly Call[] = [
    // People, teams and administration.
    ...['/api/users', '/api/users/search', `/api/users/${userId}`, `/api/users/${userId}/orgs`].map(
      (path) => ['GET', path] as const,
    ),
    ...[
      '/api/users/lookup?loginOrEmail=oriel',
      '/api/org/users',
      '/api/org/users/lookup',
      '/api/org/users/search',
      '/api/org/invites',
      '/api/org/preferences',
      '/api/teams/search',
      '/api/user/teams',
      '/api/user/auth-tokens',
      '/api/user/quotas',
      '/api/org/quotas',
    ].map((path) => ['GET', path] as const),
    ...[
      '/api/admin/settings',
      '/api/admin/stats',
      '/api/admin/users',
      '/api/access-control/roles',
      '/api/access-control/users/permissions/search',
      '/api/serviceaccounts/search',
      '/api/auth/keys',
      '/api/licensing/check',
    ].map((path) => ['GET', path] as const),
    ['POST', '/api/admin/users', { login: 'mine', password: 'mine12345' }],
    ['PUT', `/api/admin/users/${userId}/permissions`, { isGrafanaAdmin: true }],
    ['PUT', `/api/admin/users/${userId}/password`, { password: 'mine12345' }],
    ['POST', `/api/admin/users/${userId}/logout`],
    ['POST', '/api/admin/provisioning/datasources/reload'],
    ['POST', '/api/org/users', { loginOrEmail: 'oriel', role: 'Admin' }],
    ['PATCH', `/api/org/users/${userId}`, { role: 'Admin' }],
    ['POST', '/api/org/invites', { loginOrEmail: 'x@example.com', role: 'Admin' }],
    ['PUT', '/api/org', { name: 'mine' }],
    ['PUT', '/api/user', { login: world.people.bob.userId, email: 'x@example.com' }],
    ['PUT', '/api/user/password', { oldPassword: 'a', newPassword: 'mine12345' }],
    ['POST', '/api/teams', { name: 'mine' }],
    ['POST', '/api/serviceaccounts', { name: 'mine', role: 'Admin' }],
    ['POST', '/api/auth/keys', { name: 'mine', role: 'Admin' }],
    ['POST', '/login', { user: 'oriel', password: world.grafana.password }],
    ['GET', '/login'],
    ['GET', '/logout'],
    ['POST', '/api/user/signup', { email: 'x@example.com' }],
    ['GET', '/api/login/ping'],
    ['GET', '/user/password/reset'],
    // Data sources and permissions as objects.
    ['GET', '/api/datasources'],
    ['POST', '/api/datasources', source],
    ['PUT', '/api/datasources/uid/oriel-metrics', source],
    ['PUT', `/api/datasources/${sourceId}`, source],
    ['DELETE', '/api/datasources/uid/oriel-metrics'],
    ['DELETE', '/api/datasources/name/Metrics'],
    ['GET', '/api/datasources/uid/oriel-metrics'],
    ['GET', '/api/datasources/name/Metrics'],
    ['GET', '/api/datasources/id/Metrics'],
    ['POST', '/api/datasources/uid/oriel-metrics/correlations', { targetUID: 'oriel-logs' }],
    ['GET', '/api/dashboards/uid/oriel-pods/permissions'],
    ['POST', '/api/dashboards/uid/oriel-pods/permissions', { items: [] }],
    ['GET', '/api/folders/oriel-project/permissions'],
    ['POST', '/api/folders/oriel/permissions', { items: [{ role: 'Editor', permission: 4 }] }],
    // What would show things to the world.
    ['POST', '/api/dashboards/uid/oriel-pods/public-dashboards', { isEnabled: true }],
    ['GET', '/api/dashboards/public-dashboards'],
    ['GET', `/api/dashboards/uid/${dashboardUid}/public-dashboards`],
    ['GET', '/api/public/dashboards/x'],
    ['GET', '/public-dashboards/x'],
    ['POST', '/api/snapshots', { dashboard: { title: 'x' }, external: true }],
    ['GET', '/api/dashboard/snapshots'],
    ['GET', '/api/snapshots/x'],
    ['GET', '/dashboard/snapshot/x'],
    ['GET', '/render/d-solo/oriel-pods/x?panelId=1'],
    // B's things, by their names and numbers.
    ['GET', `/api/dashboards/uid/${dashboardUid}`],
    ['DELETE', `/api/dashboards/uid/${dashboardUid}`],
    ['GET', `/api/dashboards/id/${dashboardId}/versions`],
    ['GET', `/api/dashboards/uid/${dashboardUid}/versions`],
    ['POST', `/api/dashboards/id/${dashboardId}/restore`, { version: 1 }],
    ['GET', `/api/dashboards/ids/${dashboardId}`],
    ['GET', `/api/folders/${folderUid}`],
    ['PUT', `/api/folders/${folderUid}`, { title: 'mine', overwrite: true }],
    ['DELETE', `/api/folders/${folderUid}`],
    ['DELETE', `/api/annotations/${known.annotationId}`],
    ['PUT', `/api/annotations/${known.annotationId}`, { text: 'mine' }],
    ['GET', `/api/library-elements/${known.libraryUid}`],
    ['DELETE', `/api/library-elements/${known.libraryUid}`],
    ['POST', '/api/annotations/mass-delete', { dashboardId, panelId: 0 }],
    ['POST', '/api/annotations/graphite', { what: 'mine', tags: 'a' }],
    // Alerting, channels, plug-ins, storage, Grafana's own insides.
    ...[
      '/api/alertmanager/grafana/api/v2/alerts',
      '/api/alertmanager/oriel-alerts/api/v2/alerts',
      '/api/ruler/grafana/api/v1/rules',
      '/api/ruler/oriel-metrics/api/v1/rules',
      '/api/prometheus/oriel-metrics/api/v1/rules',
      '/api/v1/provisioning/alert-rules',
      '/api/alert-notifications',
      '/api/alerts',
    ].map((path) => ['GET', path] as const),
    ['GET', '/api/live/ws'],
    ['GET', '/api/live/list'],
    ['POST', '/api/live/publish', { channel: 'grafana/dashboard/uid/x', data: {} }],
    ['POST', '/api/live/push/x', {}],
    ...[
      '/api/plugins',
      '/api/plugin-proxy/x/y',
      '/api/plugins/prometheus/resources/x',
      '/api/gnet/dashboards/1',
      '/api/storage/list',
      '/api/featuremgmt',
      '/api/playlists',
      '/api/search-v2',
      '/api/support-bundles',
    ].map((path) => ['GET', path] as const),
    ['POST', '/api/plugins/x/install', {}],
    ...[
      '/metrics',
      '/debug/pprof/heap',
      '/debug/vars',
      '/swagger',
      '/openapi3',
      '/healthz',
      '/admin/orgs',
      '/org/users',
      '/datasources/new',
      '/plugins',
      '/live',
      '/a/x',
      '/apis',
      '/openapi/v3',
    ].map((path) => ['GET', path] as const),
  ];
  return calls.map(([method, path, body]) => ({
    kind: 'closed parts',
    what: `${method} ${path}`,
    method,
    path,
    headers: asAlice(target),
    mustFail: true as const,
    ...(body !== undefined && { body }),
  }));
}

/** What alice may do and vera, nora and other sites' pages may not. */
export function beyondTheRole({ world }: Target): Attempt[] {
  const { a, people } = world;
  const save = { dashboard: { title: 'mine', panels: [] } };
  const calls: readonly Call[] = [
    ['POST', '/api/dashboards/db', save],
    ['POST', '/api/dashboards/import', { ...save, inputs: [] }],
    ['POST', '/api/folders', { title: 'mine' }],
    ['DELETE', '/api/folders/oriel-project'],
    ['POST', '/api/annotations', { text: 'mine' }],
    ['POST', '/api/library-elements', { name: 'mine', kind: 1, model: {} }],
    ['DELETE', '/api/dashboards/uid/oriel-pods'],
  ];
  const inA = { 'x-grafana-org-id': String(a.orgId) };
  const elsewhere = { ...people.alice.headers, ...inA, origin: 'http://oriel.localhost:3000' };
  const { origin: _, ...without } = people.alice.headers;
  const shown = {
    'a viewer': { ...people.vera.headers, ...inA },
    'a viewer of a part': { ...people.nora.headers, ...inA },
    'another site': elsewhere,
    'no Origin': { ...without, ...inA },
    'no cookie': { host: people.alice.headers.host, origin: people.alice.headers.origin, ...inA },
  };
  return Object.entries(shown).flatMap(([what, headers]) =>
    calls.map(([method, path, body]) => ({
      kind: 'beyond the role',
      what: `${what}: ${method} ${path}`,
      method,
      path,
      headers,
      mustFail: true as const,
      ...(body !== undefined && { body }),
    })),
  );
}
