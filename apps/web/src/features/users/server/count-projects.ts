import type { Queryable } from '@oriel/db/client';
import { groupsCountSince } from '@oriel/db/rights';

/** In how many projects each of them has a role, of their own or by a group that counts: each project once. */
export async function countProjects(db: Queryable, userIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ userId: string; projects: number }[]>`
    SELECT u.id AS "userId", count(DISTINCT b.project_id)::int AS projects
    FROM users u
    LEFT JOIN group_memberships g ON g.user_id = u.id
      AND EXISTS (SELECT 1 FROM identity_providers p JOIN identities i ON i.provider_id = p.id AND i.user_id = g.user_id
        WHERE p.id = g.provider_id AND p.enabled AND i.last_signed_in_at > ${groupsCountSince()})
    JOIN role_bindings b ON b.user_id = u.id OR (b.provider_id = g.provider_id AND b.group_name = g.group_name)
    WHERE u.id = ANY(${userIds}::uuid[])
    GROUP BY u.id`;
  return new Map(rows.map(({ userId, projects }) => [userId, projects]));
}
