import type { Db } from '@oriel/db/client';
import { containsText } from '@oriel/db/text-search';
import type { z } from 'zod';
import type { listUsersInput } from '../input.ts';
import type { UserPage } from '../output.ts';

/** Everybody known to the platform, by e-mail address. */
export async function listUsers(db: Db, input: z.output<typeof listUsersInput>): Promise<UserPage> {
  const { search, cursor, limit } = input;
  const contains = containsText(search);
  const rows = await db.user.findMany({
    where: search === '' ? {} : { OR: [{ email: contains }, { name: contains }] },
    select: {
      id: true,
      email: true,
      name: true,
      isPlatformAdmin: true,
      disabledAt: true,
      passwordHash: true,
      createdAt: true,
      sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
      _count: { select: { bindings: true } },
    },
    orderBy: { email: 'asc' },
    take: limit + 1,
    ...(cursor === undefined ? {} : { cursor: { id: cursor } }),
  });
  return {
    items: rows.slice(0, limit).map((row) => ({
      id: row.id,
      email: row.email,
      name: row.name,
      isPlatformAdmin: row.isPlatformAdmin,
      state: row.disabledAt !== null ? 'disabled' : row.passwordHash === null ? 'invited' : 'active',
      projects: row._count.bindings,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.sessions[0]?.lastSeenAt.toISOString() ?? null,
    })),
    // The first row of the next page: where it is gone by then, that page is empty rather than wrong.
    nextCursor: rows[limit]?.id ?? null,
  };
}
