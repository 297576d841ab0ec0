import { OrielError } from '@oriel/domain/errors';

/** One registered cluster whose agents may write, and the tenant its data belongs to. */
export interface IngestGrant {
  readonly clusterId: string;
  /** Value of X-Scope-OrgID. */
  readonly orgId: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Stores split at "|" and cut at ":"; the database checks the same. */
const orgId = /^[A-Za-z0-9-]{1,150}$/;

/**
 * The body of nginx's map from certificate subject to tenant. A cluster without a line is denied, so leaving one
 * out revokes it. Sorted: equal grants give equal bytes and need no reload. Throws `internal` on a value that could
 * change the meaning of the file.
 */
export function renderTenantMap(grants: readonly IngestGrant[]): string {
  const lines = grants.map((grant) => {
    if (!uuid.test(grant.clusterId) || !orgId.test(grant.orgId)) {
      throw new OrielError(
        'internal',
        'The list of clusters that may write holds a malformed entry. Nothing was changed.',
      );
    }
    return `"${grant.clusterId}" "${grant.orgId}";\n`;
  });
  return lines.sort().join('');
}
