import type { Db } from '@oriel/db/client';
import { visibleClusters, visibleOperations, visibleProjects } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import type { Principal } from '@oriel/domain/permissions';

/** How an input names the project it is about: by itself, or by something that belongs to it. */
export type ProjectRef =
  | { readonly slug: string }
  | { readonly clusterId: string }
  /** Decimal digits. */
  | { readonly operationId: string };

export interface ProjectRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** The project, and the one cluster that it is about where the input names one that is still there. */
export interface FoundProject {
  readonly project: ProjectRow;
  readonly clusterId?: string | null;
}

const select = { id: true, slug: true, name: true } as const;

/** Throws `not_found` for what does not exist and for what the caller may not know of, in the same words. */
export async function findProject(db: Db, principal: Principal, ref: ProjectRef): Promise<FoundProject> {
  const found = await lookUp(db, principal, ref);
  if (found) return found;
  const noun = 'slug' in ref ? 'project' : 'clusterId' in ref ? 'cluster' : 'operation';
  const membership = noun === 'project' ? 'you are not a member of it' : 'you are not a member of its project';
  throw new OrielError(
    'not_found',
    `There is no such ${noun}, or ${membership}. Check the address or ask an owner for access.`,
  );
}

async function lookUp(db: Db, principal: Principal, ref: ProjectRef): Promise<FoundProject | null | undefined> {
  if ('slug' in ref) {
    const where = { AND: [visibleProjects(principal), { slug: ref.slug }] };
    const project = await db.project.findFirst({ where, select });
    return project && { project };
  }
  if ('clusterId' in ref) {
    const { clusterId } = ref;
    const where = { AND: [visibleClusters(principal), { id: clusterId }] };
    const cluster = await db.cluster.findFirst({ where, select: { project: { select } } });
    return cluster && { project: cluster.project, clusterId };
  }
  if (!/^\d{1,18}$/.test(ref.operationId)) return undefined;
  const where = { AND: [visibleOperations(principal), { id: BigInt(ref.operationId) }] };
  return db.operation.findFirst({ where, select: { project: { select }, clusterId: true } });
}
