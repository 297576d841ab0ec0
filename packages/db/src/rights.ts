// From rows to rights: what a person or a service account may do, by their own bindings and by those of their groups.
import type { GrantedCluster, Narrowing, Principal, RoleGrant } from '@oriel/domain/permissions';
import type { Prisma, Queryable } from './client.ts';
import { sessionMaxMs } from './sessions.ts';

const bindingSelect = {
  projectId: true,
  role: true,
  clusterIds: true,
  namespaces: true,
} satisfies Prisma.RoleBindingSelect;

export const personSelect = {
  select: {
    id: true,
    email: true,
    name: true,
    isPlatformAdmin: true,
    disabledAt: true,
    bindings: { select: bindingSelect },
    groups: {
      // A provider that was switched off vouches for nobody.
      where: { provider: { enabled: true } },
      select: {
        providerId: true,
        groupName: true,
        provider: { select: { adminGroups: true } },
        identity: { select: { lastSignedInAt: true } },
      },
    },
  },
} satisfies Prisma.UserDefaultArgs;

type Person = Prisma.UserGetPayload<typeof personSelect>;
type Binding = Prisma.RoleBindingGetPayload<{ select: typeof bindingSelect }>;
/** As the columns say it: an empty list stands for all. */
type NarrowedRow = Pick<Binding, 'clusterIds' | 'namespaces'>;
type Clusters = ReadonlyMap<string, GrantedCluster>;

export interface Rights {
  readonly principal: Principal;
  /** What the token narrows them to; absent where none was given. */
  readonly narrowedTo?: Narrowing;
}

interface Group {
  readonly identity: { readonly lastSignedInAt: Date };
}

/** Groups are heard of at a sign-in only, so a sign-in that happened before this moment says nothing any more. */
export function groupsCountSince(): Date {
  return new Date(Date.now() - sessionMaxMs);
}

/** Those that count: a provider's word outlives no session that it could have begun, in sessions and tokens alike. */
export function groupsThatCount<Named extends Group>(groups: readonly Named[]): Named[] {
  const since = groupsCountSince();
  return groups.filter(({ identity }) => identity.lastSignedInAt > since);
}

/** One query more for members of groups, and one more where anything is narrowed to clusters. */
export async function loadRights(db: Queryable, person: Person, token?: NarrowedRow): Promise<Rights> {
  const { id, email, name } = person;
  const groups = groupsThatCount(person.groups);
  const bindings = [...person.bindings, ...(await bindingsOfGroups(db, groups))];
  const clusters = await clustersOf(db, token === undefined ? bindings : [...bindings, token]);
  const roles = new Map<string, RoleGrant[]>();
  for (const binding of bindings) {
    const grants = roles.get(binding.projectId) ?? [];
    grants.push({ role: binding.role, ...narrowingOf(binding, clusters) });
    roles.set(binding.projectId, grants);
  }
  const isPlatformAdmin =
    person.isPlatformAdmin || groups.some(({ groupName, provider }) => provider.adminGroups.includes(groupName));
  const principal = { userId: id, email, name, isPlatformAdmin, roles };
  return token === undefined ? { principal } : { principal, narrowedTo: narrowingOf(token, clusters) };
}

async function bindingsOfGroups(db: Queryable, groups: Person['groups']): Promise<Binding[]> {
  if (groups.length === 0) return [];
  const perProvider = Map.groupBy(groups, ({ providerId }) => providerId);
  const OR = [...perProvider].map(([providerId, of]) => ({
    providerId,
    groupName: { in: of.map(({ groupName }) => groupName) },
  }));
  return db.roleBinding.findMany({ where: { OR }, select: bindingSelect });
}

/** The clusters that are named and still there. */
async function clustersOf(db: Queryable, rows: readonly NarrowedRow[]): Promise<Clusters> {
  const ids = new Set(rows.flatMap(({ clusterIds }) => clusterIds));
  if (ids.size === 0) return new Map();
  const found = await db.cluster.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(found.map((cluster) => [cluster.id, cluster]));
}

/** A cluster that is gone is left out; where none is left, the list stays empty, which grants nothing. */
function narrowingOf({ clusterIds, namespaces }: NarrowedRow, clusters: Clusters): Narrowing {
  return {
    clusters: clusterIds.length === 0 ? 'all' : clusterIds.flatMap((id) => clusters.get(id) ?? []),
    namespaces: namespaces.length === 0 ? 'all' : namespaces,
  };
}
