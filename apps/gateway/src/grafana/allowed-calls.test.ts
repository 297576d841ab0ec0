import { describe, expect, it } from 'vitest';
import { allowedCall } from './allowed-calls.ts';

const refused = expect.objectContaining({ code: 'not_found' });

describe('Grafana’s list', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/d/oriel-cluster/cluster-overview'],
    ['GET', '/d-solo/oriel-cluster'],
    ['GET', '/dashboards'],
    ['GET', '/dashboards/f/oriel-project/'],
    ['GET', '/explore'],
    ['GET', '/public/build/app.1a2b.js'],
    ['GET', '/public/plugins/grafana-clock/module.js'],
    ['GET', '/api/frontend/settings'],
    ['GET', '/api/dashboards/uid/oriel-cluster'],
    ['GET', '/api/search'],
    ['POST', '/api/ds/query'],
    ['GET', '/api/datasources/uid/oriel-metrics/resources/api/v1/label/pod/values'],
    ['POST', '/api/datasources/proxy/uid/oriel-logs/loki/api/v1/query_range'],
    ['GET', '/api/datasources/uid/oriel-logs/health'],
    ['GET', '/apis/folder.grafana.app/v1beta1/namespaces/org-7/folders/oriel'],
  ])('%s %s is for every member', (method, path) => {
    expect(allowedCall(method, path).needs).toBe('Viewer');
  });

  it.each([
    ['POST', '/api/dashboards/db'],
    ['POST', '/api/dashboards/import'],
    ['DELETE', '/api/dashboards/uid/abc'],
    ['POST', '/api/folders'],
    ['DELETE', '/api/folders/abc'],
    ['POST', '/api/annotations'],
    ['DELETE', '/api/annotations/7'],
    ['PUT', '/apis/dashboard.grafana.app/v1beta1/namespaces/org-7/dashboards/abc'],
  ])('%s %s is for editors, and a change', (method, path) => {
    expect(allowedCall(method, path)).toMatchObject({ needs: 'Editor', isChange: true });
  });

  it.each([
    ['POST', '/api/dashboards/calculate-diff'],
    ['GET', '/api/dashboards/uid/abc/versions/2'],
  ])('%s %s is for editors, and leaves nothing behind', (method, path) => {
    expect(allowedCall(method, path)).toMatchObject({ needs: 'Editor', isChange: false });
  });

  it('tells the organization that a path names', () => {
    expect(allowedCall('GET', '/apis/dashboard.grafana.app/v2/namespaces/org-12/dashboards/a').orgId).toBe(12);
    expect(allowedCall('GET', '/api/dashboards/uid/a').orgId).toBeUndefined();
  });

  it.each([
    ['POST', '/api/user/using/2'],
    ['GET', '/profile/switch-org/2'],
    ['GET', '/profile'],
    ['GET', '/login'],
    ['POST', '/login'],
    ['GET', '/logout'],
    ['GET', '/api/login/ping'],
    ['GET', '/api/admin/settings'],
    ['POST', '/api/admin/users'],
    ['GET', '/api/orgs'],
    ['GET', '/api/orgs/2/users'],
    ['GET', '/api/org/users'],
    ['GET', '/api/org/users/lookup'],
    ['PUT', '/api/org'],
    ['GET', '/api/users/search'],
    ['GET', '/api/users/2'],
    ['GET', '/api/teams/search'],
    ['PUT', '/api/user'],
    ['PUT', '/api/user/password'],
    ['GET', '/api/user/auth-tokens'],
    ['GET', '/api/auth/keys'],
    ['POST', '/api/auth/keys'],
    ['POST', '/api/serviceaccounts'],
    ['GET', '/api/datasources'],
    ['POST', '/api/datasources'],
    ['GET', '/api/datasources/uid/oriel-metrics'],
    ['PUT', '/api/datasources/uid/oriel-metrics'],
    ['DELETE', '/api/datasources/uid/oriel-metrics'],
    ['GET', '/api/datasources/uid/oriel-metrics/resources/%252e%252e/%252e%252e/x'],
    ['GET', '/api/datasources/proxy/uid/oriel-metrics/%3f/x'],
    ['GET', '/api/datasources/proxy/1/api/v1/query'],
    ['GET', '/api/datasources/proxy/uid/other/api/v1/query'],
    ['GET', '/api/datasources/1/resources/api/v1/query'],
    ['DELETE', '/api/datasources/proxy/uid/oriel-metrics/api/v1/query'],
    ['GET', '/api/dashboards/uid/abc/permissions'],
    ['POST', '/api/dashboards/uid/abc/public-dashboards'],
    ['GET', '/api/dashboards/public-dashboards'],
    ['GET', '/api/public/dashboards/abc'],
    ['GET', '/public-dashboards/abc'],
    ['GET', '/api/folders/abc/permissions'],
    ['POST', '/api/snapshots'],
    ['GET', '/api/dashboard/snapshots'],
    ['GET', '/dashboard/snapshot/abc'],
    ['GET', '/api/live/ws'],
    ['POST', '/api/live/publish'],
    ['GET', '/api/alertmanager/grafana/api/v2/alerts'],
    ['GET', '/api/ruler/grafana/api/v1/rules'],
    ['GET', '/api/v1/provisioning/alert-rules'],
    ['GET', '/api/plugins'],
    ['POST', '/api/plugins/x/install'],
    ['GET', '/api/plugin-proxy/x/y'],
    ['GET', '/a/some-app'],
    ['GET', '/api/gnet/dashboards/1'],
    ['GET', '/api/storage/list'],
    ['GET', '/render/d-solo/abc'],
    ['GET', '/metrics'],
    ['GET', '/debug/pprof/heap'],
    ['GET', '/swagger'],
    ['GET', '/admin/orgs'],
    ['GET', '/org/users'],
    ['GET', '/datasources'],
    ['GET', '/connections'],
    ['GET', '/apis/iam.grafana.app/v0alpha1/namespaces/org-7/users'],
    ['GET', '/apis/dashboard.grafana.app/v1beta1/namespaces/default/dashboards'],
    ['DELETE', '/apis/dashboard.grafana.app/v1beta1/namespaces/org-7/dashboards'],
    ['GET', '/apis/dashboard.grafana.app/v1beta1/dashboards'],
    ['POST', '/api/annotations/mass-delete'],
    ['HEAD', '/'],
    ['OPTIONS', '/api/search'],
    ['TRACE', '/'],
    ['GET', '/API/search'],
    ['GET', '/api'],
  ])('%s %s is refused', (method, path) => {
    expect(() => allowedCall(method, path)).toThrow(refused);
  });
});
