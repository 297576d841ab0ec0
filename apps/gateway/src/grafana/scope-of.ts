import type { GrafanaOrganization } from '@oriel/db/grafana-organizations';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed, type Principal } from '@oriel/domain/permissions';
import { requirePermission } from '@oriel/domain/scope';

/** What the data sources of an organization read. */
export interface OrganizationScope {
  /** Of the one project; the person's own part of it is worked out with every read. */
  readonly slug: string;
}

/**
 * What this person may read through the data sources of this organization: never more than elsewhere.
 *
 * @throws OrielError `not_found` for whoever has no business there.
 */
export function scopeOf({ project }: GrafanaOrganization, principal: Principal): OrganizationScope {
  if (project === 'all') {
    if (!isAllowed(principal, 'platform:read')) throw noSuchOrganization();
    throw new OrielError(
      'unavailable',
      'Telemetry of all projects at once cannot be read in this version. Open the dashboards of one project.',
      { retryable: false },
    );
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
