import type { Db, Prisma, Queryable } from '@oriel/db/client';
import { groupsThatCount } from '@oriel/db/rights';
import { containsText } from '@oriel/db/text-search';
import type { z } from 'zod';
import { stateOf } from '../../members/server/member-rows.ts';
import type { listUsersInput } from '../input.ts';
import type { UserPage, UserRow } from '../output.ts';
import { countProjects } from './count-projects.ts';

const userSelect = {
  id: true,
  email: true,
  name: true,
  kind: true,
  project: { select: { slug: true } },
  isPlatformAdmin: true,
  disabledAt: true,
  passwordHash: true,
  createdAt: true,
  identities: { select: { provider: { select: { id: true, name: true } } }, orderBy: { providerId: 'asc' } },
  groups: {
    where: { provider: { enabled: true } },
    select: {
      groupName: true,
      provider: { select: { adminGroups: true } },
      identity: { select: { lastSignedInAt: true } },
    },
  },
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
  tokens: {
    select: { lastUsedAt: true },
    where: { lastUsedAt: { not: null } },
    orderBy: { lastUsedAt: 'desc' },
    take: 1,
  },
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof userSelect }>;

export interface UserSearch {
  readonly askedBy: string;
  readonly input: z.output<typeof listUsersInput>;
}

/** Everybody known to the platform, by e-mail address. */
export async function listUsers(db: Db, { askedBy, input }: UserSearch): Promise<UserPage> {
  const { search, kind, cursor, limit } = input;
  const contains = containsText(search);
  const rows = await db.user.findMany({
    where: {
      ...(kind === undefined ? {} : { kind }),
      ...(search === '' ? {} : { OR: [{ email: contains }, { name: contains }] }),
    },
    select: userSelect,
    orderBy: { email: 'asc' },
    take: limit + 1,
    ...(cursor === undefined ? {} : { cursor: { id: cursor } }),
  });
  return {
    items: await describe(db, rows.slice(0, limit), askedBy),
    // The first row of the next page: where it is gone by then, that page is empty rather than wrong.
    nextCursor: rows[limit]?.id ?? null,
  };
}

export async function getUser(db: Queryable, id: string, askedBy: string): Promise<UserRow> {
  const row = await db.user.findUniqueOrThrow({ where: { id }, select: userSelect });
  const [user] = await describe(db, [row], askedBy);
  return user as UserRow;
}

async function describe(db: Queryable, rows: readonly Row[], askedBy: string): Promise<UserRow[]> {
  const projects = await countProjects(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    kind: row.kind,
    project: row.project?.slug ?? null,
    isPlatformAdmin: row.isPlatformAdmin,
    adminGroups: groupsThatCount(row.groups)
      .filter(({ groupName, provider }) => provider.adminGroups.includes(groupName))
      .map(({ groupName }) => groupName),
    state: stateOfUser(row),
    providers: row.identities.map(({ provider }) => provider),
    projects: projects.get(row.id) ?? 0,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: lastSeen(row)?.toISOString() ?? null,
    you: row.id === askedBy,
  }));
}

function stateOfUser(row: Row): UserRow['state'] {
  if (row.kind === 'service') return row.disabledAt === null ? 'active' : 'disabled';
  return stateOf({ ...row, identities: row.identities.length });
}

function lastSeen({ kind, sessions, tokens }: Row): Date | null {
  return (kind === 'service' ? tokens[0]?.lastUsedAt : sessions[0]?.lastSeenAt) ?? null;
}
