import { appendAudit } from '@oriel/db/audit';
import type { Db } from '@oriel/db/client';
import { tokenPrefix } from '@oriel/db/credential';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { visibleProjects } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import type { Principal } from '@oriel/domain/permissions';
import type { z } from 'zod';
import type { PersonActor } from '@/server/actor.ts';
import type { createTokenInput } from '../input.ts';
import type { TokenRow } from '../output.ts';

const day = 86_400_000;
/** More would be clutter rather than use. */
const maxTokens = 100;
const select = {
  id: true,
  name: true,
  prefix: true,
  readOnly: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
  project: { select: { slug: true, name: true } },
} as const;

/** The person's own, the newest first; revoked ones are gone, expired ones stay to be seen. */
export async function listTokens(db: Db, userId: string): Promise<TokenRow[]> {
  const rows = await db.apiToken.findMany({
    where: { userId, revokedAt: null },
    select,
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(describe);
}

export interface TokenRequest {
  readonly input: z.output<typeof createTokenInput>;
  readonly principal: Principal;
  readonly actor: PersonActor;
}

/** A token never exceeds its person: their roles are looked up again at each use. */
export async function createToken(
  db: Db,
  { input, principal, actor }: TokenRequest,
): Promise<{ token: TokenRow; value: string }> {
  const projectId = input.project === undefined ? null : await ownProjectId(db, principal, input.project);
  const { value, hash } = newOpaqueToken(tokenPrefix);
  const createdAt = new Date();
  return db.$transaction(async (tx) => {
    const { userId } = actor;
    if ((await tx.apiToken.count({ where: { userId, revokedAt: null } })) >= maxTokens) {
      throw new OrielError('conflict', `You have ${maxTokens} tokens already. Revoke those you no longer use.`);
    }
    const row = await tx.apiToken.create({
      data: {
        userId,
        tokenHash: hash,
        prefix: value.slice(0, tokenPrefix.length + 6),
        name: input.name,
        projectId,
        readOnly: input.readOnly,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + input.expiresInDays * day),
      },
      select,
    });
    const token = describe(row);
    const { name, prefix, readOnly, expiresAt } = token;
    await appendAudit(tx, {
      actor,
      action: 'token.create',
      projectId: projectId ?? undefined,
      targetType: 'token',
      targetId: row.id,
      after: { name, prefix, readOnly, expiresAt },
    });
    return { token, value };
  });
}

export async function revokeToken(db: Db, actor: PersonActor, tokenId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, userId: actor.userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new OrielError('not_found', 'This token is already revoked. Reload the list.');
    await appendAudit(tx, { actor, action: 'token.revoke', targetType: 'token', targetId: tokenId });
  });
}

async function ownProjectId(db: Db, principal: Principal, slug: string): Promise<string> {
  const where = { AND: [visibleProjects(principal), { slug }] };
  const project = await db.project.findFirst({ where, select: { id: true } });
  if (project) return project.id;
  throw new OrielError(
    'not_found',
    'There is no such project, or you are not a member of it. Choose one of the list.',
    {
      field: 'project',
    },
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly readOnly: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
  readonly project: { readonly slug: string; readonly name: string } | null;
}

function describe(row: Row): TokenRow {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expiresAt.getTime() <= Date.now(),
  };
}
