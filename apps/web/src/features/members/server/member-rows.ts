import type { Db, Prisma, Queryable } from '@oriel/db/client';
import { visibleBindings } from '@oriel/db/tenant-scope';
import type { Principal } from '@oriel/domain/permissions';
import type { Page } from '../../page-cursor.ts';
import type { ReachRow } from '../../reach/output.ts';
import { describeReaches } from '../../reach/server/reach-rows.ts';
import type { MemberRow, MemberSubjectRow } from '../output.ts';
import { afterCursor, cursorOf, memberOrder } from './member-order.ts';

export const memberSelect = {
  id: true,
  role: true,
  clusterIds: true,
  namespaces: true,
  createdAt: true,
  groupName: true,
  provider: { select: { id: true, name: true, enabled: true } },
  user: {
    select: {
      id: true,
      email: true,
      name: true,
      kind: true,
      projectId: true,
      passwordHash: true,
      disabledAt: true,
      _count: { select: { identities: true } },
    },
  },
} satisfies Prisma.RoleBindingSelect;

type Row = Prisma.RoleBindingGetPayload<{ select: typeof memberSelect }>;

/** Whoever asks, and the project they ask about. */
export interface MemberScope {
  readonly principal: Principal;
  readonly projectId: string;
}

/** People, service accounts, groups; each by name. `total` counts all pages. */
export async function listMembers(db: Db, { principal, projectId }: MemberScope, { cursor, limit }: Page) {
  const where = { AND: [visibleBindings(principal), { projectId }] };
  const [rows, total] = await Promise.all([
    db.roleBinding.findMany({
      where: { AND: [where, cursor === undefined ? {} : afterCursor(cursor)] },
      select: memberSelect,
      orderBy: memberOrder,
      take: limit + 1,
    }),
    db.roleBinding.count({ where }),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    members: await describeMembers(db, page, principal.userId),
    total,
    nextCursor: last === undefined ? null : cursorOf(last),
  };
}

export async function describeMembers(db: Queryable, rows: readonly Row[], askedBy: string): Promise<MemberRow[]> {
  const [reaches, people] = await Promise.all([describeReaches(db, rows), countPeople(db, rows)]);
  return rows.map((row, index) => ({
    id: row.id,
    subject: describeSubject(row, { askedBy, people }),
    role: row.role,
    reach: reaches[index] as ReachRow,
    addedAt: row.createdAt.toISOString(),
  }));
}

/** How the list and the audit trail name a subject. */
export function nameOf(subject: MemberSubjectRow): string {
  return subject.kind === 'group' ? `group ${subject.groupName} of ${subject.providerId}` : subject.email;
}

function describeSubject(
  { user, provider, groupName }: Row,
  { askedBy, people }: { askedBy: string; people: ReadonlyMap<string, number> },
): MemberSubjectRow {
  if (user === null) {
    if (provider === null || groupName === null) throw new Error('A binding has a user or a group.');
    return {
      kind: 'group',
      providerId: provider.id,
      providerName: provider.name,
      providerEnabled: provider.enabled,
      groupName,
      people: people.get(groupKey(provider.id, groupName)) ?? 0,
    };
  }
  const { id: userId, email, name, disabledAt } = user;
  const account = { userId, email, name, you: userId === askedBy };
  if (user.kind === 'service') {
    const state = disabledAt === null ? 'active' : 'disabled';
    return { kind: 'serviceAccount', ...account, state, platform: user.projectId === null };
  }
  return { kind: 'person', ...account, state: stateOf({ ...user, identities: user._count.identities }) };
}

/** `invited`: nobody has come in by this account yet. */
export function stateOf(person: {
  readonly disabledAt: Date | null;
  readonly passwordHash: string | null;
  readonly identities: number;
}): 'active' | 'invited' | 'disabled' {
  if (person.disabledAt !== null) return 'disabled';
  return person.passwordHash === null && person.identities === 0 ? 'invited' : 'active';
}

async function countPeople(db: Queryable, rows: readonly Row[]): Promise<ReadonlyMap<string, number>> {
  const OR = rows.flatMap(({ provider, groupName }) =>
    provider === null || groupName === null ? [] : [{ providerId: provider.id, groupName }],
  );
  if (OR.length === 0) return new Map();
  const counts = await db.groupMembership.groupBy({ by: ['providerId', 'groupName'], where: { OR }, _count: true });
  return new Map(counts.map(({ providerId, groupName, _count }) => [groupKey(providerId, groupName), _count]));
}

function groupKey(providerId: string, groupName: string): string {
  return `${providerId}/${groupName}`;
}
