import type { GrafanaOrganization } from '@oriel/db/grafana-organizations';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed, type Principal } from '@oriel/domain/permissions';
import { requirePermission } from '@oriel/domain/scope';

/** What the data sources of an organization read: of the one project, the person's own part; or all of them. */
export type OrganizationScope = { readonly slug: string } | 'all';

/**
 * What this person may read through the data sources of this organization: never more than elsewhere.
 *
 * @throws OrielError `not_found` for whoever has no business there.
 */
export function scopeOf({ project }: GrafanaOrganization, principal: Principal): OrganizationScope {
  if (project === 'all') {
    if (!isAllowed(principal, 'platform:read')) throw noSuchOrganization();
    return 'all';
  }
  requirePermission(principal, 'telemetry:read', project.id);
  return { slug: project.slug };
}

export function noSuchOrganization(): OrielError {
  return new OrielError(
    'not_found',
    'There is no such organization in Grafana, or you are not a member of its project. Open the dashboards from Oriel.',
  );
}
