import type { Db } from '@oriel/db/client';
import { containsText } from '@oriel/db/text-search';
import { isAllowed, type Principal } from '@oriel/domain/permissions';
import type { MemberSubjects } from '../output.ts';

const shown = 50;

export interface SubjectSearch {
  readonly principal: Principal;
  readonly projectId: string;
  readonly search: string;
}

/**
 * Groups and service accounts to choose from. People are named by address: nobody is told who else there is. Nor is an
 * owner told of groups of others: those without a role in the project are found by their whole name only.
 */
export async function findSubjects(db: Db, { principal, projectId, search }: SubjectSearch): Promise<MemberSubjects> {
  const contains = containsText(search);
  const seesAll = isAllowed(principal, 'platform:read');
  const homes = seesAll ? [{ projectId }, { projectId: null }] : [{ projectId }];
  const named = search === '' ? {} : { groupName: contains };
  const [providers, groups, accounts] = await Promise.all([
    db.identityProvider.findMany({ select: { id: true, name: true, enabled: true }, orderBy: { name: 'asc' } }),
    db.groupMembership.groupBy({
      by: ['providerId', 'groupName'],
      where: seesAll ? named : { OR: [{ groupName: search }, { AND: [named, { OR: await groupsIn(db, projectId) }] }] },
      _count: true,
      orderBy: [{ groupName: 'asc' }, { providerId: 'asc' }],
      take: shown,
    }),
    db.user.findMany({
      where: { kind: 'service', disabledAt: null, OR: homes, ...(search === '' ? {} : { name: contains }) },
      select: { id: true, name: true, email: true, projectId: true },
      orderBy: { name: 'asc' },
      take: shown,
    }),
  ]);
  return {
    providers,
    groups: groups.map(({ providerId, groupName, _count }) => ({ providerId, groupName, people: _count })),
    serviceAccounts: accounts.map(({ projectId: home, ...account }) => ({ ...account, platform: home === null })),
  };
}

async function groupsIn(db: Db, projectId: string): Promise<{ providerId: string; groupName: string }[]> {
  const rows = await db.roleBinding.findMany({
    where: { projectId, groupName: { not: null } },
    select: { providerId: true, groupName: true },
    distinct: ['providerId', 'groupName'],
  });
  return rows.flatMap(({ providerId, groupName }) => (providerId && groupName ? [{ providerId, groupName }] : []));
}
