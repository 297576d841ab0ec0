import { appendAudit } from '@oriel/db/audit';
import type { Db, Tx } from '@oriel/db/client';
import { lockSession } from '@oriel/db/sessions';
import { visibleClusters, visibleProjects } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import type { Principal } from '@oriel/domain/permissions';
import type { z } from 'zod';
import type { PersonActor } from '@/server/actor.ts';
import type { createTokenInput } from '../input.ts';
import { type IssuedToken, issueToken, type TokenOwner } from './issue-token.ts';
import { type Rotation, rotateToken } from './rotate-token.ts';

export interface TokenRequest {
  readonly input: z.output<typeof createTokenInput>;
  readonly principal: Principal;
  readonly by: SignedIn;
}

/** A token outlives the session it is made in, so none is made in one that ends meanwhile. */
export interface SignedIn {
  readonly actor: PersonActor;
  readonly sessionId: string;
}

export async function createOwnToken(db: Db, { input, principal, by }: TokenRequest): Promise<IssuedToken> {
  const { project, ...properties } = input;
  const { actor } = by;
  return db.$transaction(async (tx) => {
    await requireSession(tx, by);
    const projectId = project === undefined ? null : await ownProjectId(tx, principal, project);
    if (properties.clusters !== 'all') await requireOwnClusters(tx, principal, properties.clusters);
    return issueToken(tx, { userId: actor.userId, actor }, { ...properties, projectId });
  });
}

export function rotateOwnToken(db: Db, by: SignedIn, rotation: Rotation): Promise<IssuedToken> {
  const { actor } = by;
  return db.$transaction(async (tx) => {
    await requireSession(tx, by);
    return rotateToken(tx, { userId: actor.userId, actor }, rotation);
  });
}

async function requireSession(tx: Tx, { sessionId }: SignedIn): Promise<void> {
  if (await lockSession(tx, sessionId)) return;
  throw new OrielError('unauthenticated', 'Your session has ended. Sign in again.');
}

export function revokeOwnToken(db: Db, actor: PersonActor, tokenId: string): Promise<void> {
  return db.$transaction((tx) => revokeToken(tx, { userId: actor.userId, actor }, tokenId));
}

export async function revokeToken(tx: Tx, { userId, actor }: TokenOwner, tokenId: string): Promise<void> {
  const where = { id: tokenId, userId, revokedAt: null };
  const token = await tx.apiToken.findFirst({ where, select: { name: true, prefix: true, projectId: true } });
  const { count } = await tx.apiToken.updateMany({ where, data: { revokedAt: new Date() } });
  if (token === null || count === 0) {
    throw new OrielError('not_found', 'This token is already revoked. Reload the list.');
  }
  await appendAudit(tx, {
    actor,
    action: 'token.revoke',
    projectId: token.projectId ?? undefined,
    targetType: 'token',
    targetId: tokenId,
    before: { ownerId: userId, name: token.name, prefix: token.prefix },
  });
}

async function ownProjectId(tx: Tx, principal: Principal, slug: string): Promise<string> {
  const where = { AND: [visibleProjects(principal), { slug }] };
  const project = await tx.project.findFirst({ where, select: { id: true } });
  if (project) return project.id;
  throw new OrielError(
    'not_found',
    'There is no such project, or you are not a member of it. Choose one of the list.',
    {
      field: 'project',
    },
  );
}

/** A cluster beyond one's reach is as unknown as one that does not exist. */
async function requireOwnClusters(tx: Tx, principal: Principal, ids: readonly string[]): Promise<void> {
  const where = { AND: [visibleClusters(principal), { id: { in: [...ids] } }] };
  if ((await tx.cluster.count({ where })) === new Set(ids).size) return;
  throw new OrielError('bad_input', 'One of these clusters is not yours to read. Choose again from the list.', {
    field: 'clusters',
  });
}
