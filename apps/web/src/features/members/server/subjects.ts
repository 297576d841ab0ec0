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

/** Groups and service accounts to choose from. People are named by address: nobody is told who else there is. */
export async function findSubjects(db: Db, { principal, projectId, search }: SubjectSearch): Promise<MemberSubjects> {
  const contains = containsText(search);
  const homes = isAllowed(principal, 'platform:read') ? [{ projectId }, { projectId: null }] : [{ projectId }];
  const [providers, groups, accounts] = await Promise.all([
    db.identityProvider.findMany({ select: { id: true, name: true, enabled: true }, orderBy: { name: 'asc' } }),
    db.groupMembership.groupBy({
      by: ['providerId', 'groupName'],
      where: search === '' ? {} : { groupName: contains },
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
