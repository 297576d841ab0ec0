import { Prisma, type Queryable } from './client.ts';

/** Somebody who shall be in an organization of Grafana's. */
export interface GrafanaMember {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: 'Editor' | 'Viewer';
  /** A platform administrator is a server administrator there. */
  readonly isAdmin: boolean;
}

/**
 * People who are not disabled, with what they are to the platform; a provider that is switched off vouches for nobody.
 * Groups of a sign-in long ago are counted too: nothing announces that they lapse, and being a member of an
 * organization gives nothing, since the gateway asks for the rights at each request.
 */
const people = Prisma.sql`
  SELECT u.id, u.email, u.name, u.is_platform_admin OR EXISTS (
    SELECT 1 FROM group_memberships m JOIN identity_providers p ON p.id = m.provider_id
    WHERE m.user_id = u.id AND p.enabled AND m.group_name = ANY (p.admin_groups)) AS is_admin
  FROM users u WHERE u.kind = 'person' AND u.disabled_at IS NULL`;

/**
 * Who is in the project, by a binding of their own or of a group: Editor where any of them makes an owner or editor of
 * the whole project, else Viewer. In the order of their ids.
 */
export function membersOf(db: Queryable, projectId: string): Promise<GrafanaMember[]> {
  return db.$queryRaw<GrafanaMember[]>`
    WITH bound AS (
      SELECT b.user_id, b.role, b.cluster_ids, b.namespaces FROM role_bindings b
        WHERE b.project_id = ${projectId}::uuid AND b.user_id IS NOT NULL
      UNION ALL SELECT m.user_id, b.role, b.cluster_ids, b.namespaces FROM role_bindings b
        JOIN group_memberships m ON m.provider_id = b.provider_id AND m.group_name = b.group_name
        JOIN identity_providers p ON p.id = m.provider_id AND p.enabled
        WHERE b.project_id = ${projectId}::uuid
    ), roles AS (
      SELECT user_id, bool_or(role IN ('owner', 'editor') AND cardinality(cluster_ids) = 0 AND cardinality(namespaces) = 0)
        AS edits FROM bound GROUP BY user_id
    )
    SELECT p.id::text AS "userId", p.email, p.name, CASE WHEN r.edits THEN 'Editor' ELSE 'Viewer' END AS role,
      p.is_admin AS "isAdmin"
    FROM roles r JOIN (${people}) p ON p.id = r.user_id ORDER BY p.id`;
}

/** The platform's administrators: who is in the organization over all projects. */
export function platformMembers(db: Queryable): Promise<GrafanaMember[]> {
  return db.$queryRaw<GrafanaMember[]>`
    SELECT p.id::text AS "userId", p.email, p.name, 'Editor' AS role, true AS "isAdmin"
    FROM (${people}) p WHERE p.is_admin ORDER BY p.id`;
}

/** Administrators who opened the organization without being members of its project. */
export function visitorsOf(db: Queryable, organizationId: string): Promise<GrafanaMember[]> {
  return db.$queryRaw<GrafanaMember[]>`
    SELECT p.id::text AS "userId", p.email, p.name, 'Editor' AS role, true AS "isAdmin"
    FROM (${people}) p JOIN grafana_visitors v ON v.user_id = p.id
    WHERE p.is_admin AND v.organization_id = ${organizationId}::uuid ORDER BY p.id`;
}
