import { grantsFor, type Principal } from './permissions.ts';

/** Where people see Grafana unless it is said otherwise: beside the control plane, and yet an origin of its own. */
export function grafanaOriginBeside(publicOrigin: string): string {
  const url = new URL(publicOrigin);
  url.hostname = `grafana.${url.hostname}`;
  return url.origin;
}

export type GrafanaRole = 'Viewer' | 'Editor';

/**
 * What somebody is in the Grafana organization of a project; undefined for whoever reads nothing of it. Dashboards are
 * everybody's, so a part of a project is not enough to change them.
 */
export function grafanaRoleIn(principal: Principal, projectId: string): GrafanaRole | undefined {
  const grants = grantsFor(principal, 'telemetry:read', projectId);
  if (grants.length === 0) return undefined;
  const mayEdit = grants.some(
    ({ role, clusters, namespaces }) => role !== 'viewer' && clusters === 'all' && namespaces === 'all',
  );
  return mayEdit ? 'Editor' : 'Viewer';
}
