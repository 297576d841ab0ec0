import type { Tx } from '@oriel/db/client';
import { OrielError } from '@oriel/domain/errors';
import type { z } from 'zod';
import type { rotation } from '../input.ts';
import { dayMs, type IssuedToken, type TokenOwner, writeToken } from './issue-token.ts';
import { tokenSelect } from './token-rows.ts';

export type Rotation = z.output<typeof rotation> & { readonly tokenId: string };

/** A new token with the same properties; the old one goes on for the overlap, and never longer than it would have. */
export async function rotateToken(tx: Tx, owner: TokenOwner, rotation: Rotation): Promise<IssuedToken> {
  const now = Date.now();
  const where = { id: rotation.tokenId, userId: owner.userId, revokedAt: null };
  const old = await tx.apiToken.findFirst({ where, select: tokenSelect });
  if (!old) throw new OrielError('not_found', 'There is no such token any more. Reload the list.');
  if (old.expiresAt.getTime() <= now) {
    throw new OrielError('conflict', 'This token has expired, so nothing can overlap. Make a new token.');
  }
  const lifetime = Math.round((old.expiresAt.getTime() - old.createdAt.getTime()) / dayMs);
  const issued = await writeToken(tx, owner, {
    name: old.name,
    projectId: old.project?.id ?? null,
    readOnly: old.readOnly,
    clusterIds: old.clusterIds,
    namespaces: old.namespaces,
    expiresInDays: rotation.expiresInDays ?? Math.min(Math.max(lifetime, 1), 365),
    rotatedFromId: old.id,
  });
  // Never before it was made: the database refuses that, even of a token rotated at once.
  const ends = Math.max(now + rotation.overlapDays * dayMs, old.createdAt.getTime() + 1);
  const expiresAt = new Date(Math.min(old.expiresAt.getTime(), ends));
  await tx.apiToken.update({ where: { id: old.id }, data: { expiresAt } });
  return issued;
}
