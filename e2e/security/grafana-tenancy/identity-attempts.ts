import { type Attempt, asAlice, revealingPaths, type Target, withParameter } from './attempts.ts';
import { query } from './contents.ts';

/** Another organization, named in every way that Grafana or a server before it might hear. */
export function organizationSwitches(target: Target): Attempt[] {
  const { a, b } = target.world;
  const [own, other] = [String(a.orgId), String(b.orgId)];
  const cookie = (org: string) => `${target.world.people.alice.headers.cookie}; oriel_grafana_org=${org}`;
  const none = { 'x-grafana-org-id': undefined };
  const ways: readonly (readonly [string, Parameters<typeof asAlice>[1], string?])[] = [
    ['header', { 'x-grafana-org-id': other }],
    ['header twice', { 'x-grafana-org-id': [own, other] }],
    ['header twice, other order', { 'x-grafana-org-id': [other, own] }],
    ['list in a header', { 'x-grafana-org-id': `${own},${other}` }],
    ['header with a space', { 'x-grafana-org-id': ` ${other}` }],
    ['header with underscores', { X_Grafana_Org_Id: other }],
    ['header named by Connection', { connection: 'x-grafana-org-id, close' }],
    ['address', none, `orgId=${other}`],
    ['address against header', {}, `orgId=${other}`],
    ['address twice', none, `orgId=${own}&orgId=${other}`],
    ['address twice, other order', none, `orgId=${other}&orgId=${own}`],
    ['encoded address', none, `%6frgId=${other}`],
    ['address in another case', {}, `orgid=${other}`],
    ['list in the address', none, `orgId[]=${other}`],
    ['targetOrgId', {}, `targetOrgId=${other}`],
    ['targetOrgId alone', none, `targetOrgId=${other}`],
    ['encoded targetOrgId', {}, `%74arget%4FrgId=${other}`],
    ['targetOrgId behind a semicolon', {}, `x=1;targetOrgId=${other}`],
    ['targetOrgId in another case', {}, `TargetOrgId=${other}`],
    ['cookie', { ...none, cookie: cookie(other) }],
    ['two cookies', { ...none, cookie: `${cookie(own)}; oriel_grafana_org=${other}` }],
    ['nothing', none],
  ];
  const reads = ways.flatMap(([what, headers, parameter]) =>
    revealingPaths(target).map((path) => ({
      kind: 'organization',
      what,
      path: parameter === undefined ? path : withParameter(path, parameter),
      headers: asAlice(target, headers),
    })),
  );
  const switches = [
    ['POST', `/api/user/using/${other}`],
    ['GET', `/profile/switch-org/${other}`],
    ['POST', `/api/users/${target.known.userId}/using/${other}`],
    ['PUT', `/api/orgs/${other}`],
    ['POST', `/api/orgs/${other}/users`],
    ['PATCH', `/api/orgs/${other}/users/${target.known.userId}`],
    ['GET', `/api/orgs/${other}`],
    ['GET', '/api/orgs'],
    ['POST', '/api/orgs'],
    ['GET', `/api/orgs/name/bank`],
    ['GET', `/apis/dashboard.grafana.app/v1beta1/namespaces/org-${other}/dashboards`],
    ['GET', `/apis/folder.grafana.app/v1beta1/namespaces/org-${other}/folders`],
    ['GET', '/apis/dashboard.grafana.app/v1beta1/dashboards'],
  ] as const;
  const asked = switches.map(([method, path]) => ({
    kind: 'organization',
    what: 'switch',
    method,
    path,
    headers: asAlice(target),
    mustFail: true as const,
    ...(method !== 'GET' && { body: { loginOrEmail: target.world.people.alice.userId, role: 'Admin', name: 'mine' } }),
  }));
  return [...reads, ...asked];
}

/** Another person, or the worker, claimed by whatever a server might believe. */
export function forgedHeaders(target: Target): Attempt[] {
  const { b, people, grafana } = target.world;
  const { userId: bob } = people.bob;
  const basic = `Basic ${Buffer.from(`oriel:${grafana.password}`).toString('base64')}`;
  const inB = { 'x-grafana-org-id': String(b.orgId) };
  const forged: Readonly<Record<string, string | string[]>>[] = [
    { 'x-webauth-user': bob },
    { 'X-WEBAUTH-USER': 'oriel' },
    { 'X-WEBAUTH-USER': [bob, 'oriel'] },
    { X_WEBAUTH_USER: bob },
    { 'x-webauth-user': bob, 'x-webauth-role': 'Admin', 'x-webauth-groups': 'admins' },
    { 'x-webauth-name': 'Bob', 'x-webauth-email': 'bob@example.com' },
    { 'x-webauth-user': bob, connection: 'x-webauth-user, close' },
    { connection: 'x-webauth-user, x-grafana-org-id, x-grafana-user, authorization, close' },
    { 'x-grafana-user': bob },
    { 'x-grafana-id': bob },
    { 'x-grafana-device-id': bob },
    { authorization: basic },
    { 'proxy-authorization': basic },
    { authorization: b.authorization },
    { 'x-ds-authorization': b.authorization },
    { 'x-ds-authorization': basic },
    { 'x-scope-orgid': b.project.orgId },
    { 'x-scope-orgid': `shop-org|${b.project.orgId}` },
    { 'x-jwt-assertion': 'eyJhbGciOiJub25lIn0.e30.' },
    { 'x-forwarded-user': bob, 'remote-user': bob, 'x-remote-user': bob },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1' },
    { 'x-forwarded-host': 'grafana', 'x-forwarded-prefix': '/api/admin' },
    { 'x-original-url': '/api/orgs', 'x-rewrite-url': '/api/orgs' },
    { 'x-http-method-override': 'PUT' },
    { 'x-grafana-nocache': 'true', 'x-cache-skip': 'true', fromalert: 'true' },
    { cookie: `${people.alice.headers.cookie}; grafana_session=x; grafana_session_expiry=1` },
    { cookie: `${people.alice.headers.cookie}; oriel_grafana=x` },
    { cookie: `oriel_grafana=x; ${people.alice.headers.cookie}` },
  ];
  const paths = [...revealingPaths(target), '/api/org/users', '/api/admin/settings', '/api/users'];
  const reads = forged.flatMap((headers) =>
    paths.flatMap((path) => [
      { kind: 'headers', what: Object.keys(headers).join(', '), path, headers: asAlice(target, headers) },
      {
        kind: 'headers',
        what: 'in B',
        path,
        headers: asAlice(target, { ...inB, ...headers }),
        mustFail: true as const,
      },
    ]),
  );
  const posts = forged.map((headers) => ({
    kind: 'headers',
    what: `${Object.keys(headers).join(', ')} with a query`,
    method: 'POST',
    path: '/api/ds/query',
    headers: asAlice(target, headers),
    body: query('prometheus', 'orders'),
  }));
  return [...reads, ...posts].filter((attempt) => !isOwnFile(attempt));
}

/** Grafana's own files and health are nobody's. */
function isOwnFile({ path }: Attempt): boolean {
  return path.startsWith('/public/');
}
