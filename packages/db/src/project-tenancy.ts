import { randomBytes } from 'node:crypto';
import { OrielError } from '@oriel/domain/errors';
import { type AuditActor, appendAudit } from './audit.ts';
import type { Tx } from './client.ts';
import { violates } from './database-errors.ts';

export interface NewProject {
  readonly slug: string;
  readonly name: string;
  readonly ownerId: string;
  /** Where its data shall live; the only seed unless given. */
  readonly seedId?: string | undefined;
}

export interface CreatedProject {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The tenant's value of X-Scope-OrgID. */
  readonly orgId: string;
}

/**
 * Makes a project, its owner and its tenant on a seed. Throws `conflict` where the slug is taken and
 * `bad_input` where it is not clear which seed to take.
 */
export async function createProjectWithTenant(
  tx: Tx,
  { slug, name, ownerId, seedId }: NewProject,
  actor: AuditActor,
): Promise<CreatedProject> {
  const seed = await chooseSeed(tx, seedId);
  const project = await tx.project.create({ data: { slug, name }, select: { id: true } }).catch((error: unknown) => {
    if (!violates(error, 'projects_slug_key')) throw error;
    throw new OrielError('conflict', `There is already a project "${slug}". Choose another short name.`, {
      field: 'slug',
      cause: error,
    });
  });
  const orgId = newOrgId(slug);
  await tx.roleBinding.create({ data: { projectId: project.id, userId: ownerId, role: 'owner' } });
  await tx.tenant.create({ data: { projectId: project.id, seedId: seed.id, orgId } });
  await appendAudit(tx, {
    actor,
    action: 'project.create',
    projectId: project.id,
    targetType: 'project',
    targetId: project.id,
    after: { slug, name, ownerId, seed: seed.name, orgId },
  });
  return { id: project.id, slug, name, orgId };
}

/**
 * `<slug>-<8 random hex>`, at most 60 characters. Random, so that a project made again under an old
 * slug never sees the data of the one before.
 */
export function newOrgId(slug: string): string {
  return `${slug.slice(0, 51)}-${randomBytes(4).toString('hex')}`;
}

async function chooseSeed(tx: Tx, seedId: string | undefined): Promise<{ id: string; name: string }> {
  const select = { id: true, name: true } as const;
  if (seedId !== undefined) {
    const seed = await tx.seed.findUnique({ where: { id: seedId }, select });
    if (!seed) throw new OrielError('bad_input', 'There is no such seed. Choose one of the list.', { field: 'seedId' });
    return seed;
  }
  const [first, second] = await tx.seed.findMany({ select, orderBy: { createdAt: 'asc' }, take: 2 });
  if (!first)
    throw new OrielError('conflict', 'There is no seed yet to keep the data of a project. Register a seed first.');
  if (second) {
    throw new OrielError('bad_input', 'There are several seeds. Choose the one that shall keep the data.', {
      field: 'seedId',
    });
  }
  return first;
}
