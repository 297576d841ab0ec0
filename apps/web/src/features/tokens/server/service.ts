import { appendAudit } from '@oriel/db/audit';
import type { Prisma } from '@oriel/db/client';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { visibleProjects } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import type { z } from 'zod';
import { noSuchProject } from '../../projects/server/service.ts';
import type { ServiceContext } from '../../service-context.ts';
import type { createTokenInput } from '../input.ts';
import type { createdToken, TokenRow, tokenList } from '../output.ts';

const tokenPrefix = 'oriel_pat_';
const day = 86_400_000;

const include = { project: { select: { slug: true, name: true } } } satisfies Prisma.ApiTokenInclude;
type Row = Prisma.ApiTokenGetPayload<{ include: typeof include }>;

/** The person's own tokens that still work. */
export async function listTokens(ctx: ServiceContext): Promise<z.infer<typeof tokenList>> {
  const rows = await ctx.db.apiToken.findMany({
    where: { userId: ctx.principal.userId, revokedAt: null, expiresAt: { gt: new Date() } },
    include,
    orderBy: { createdAt: 'desc' },
  });
  return { tokens: rows.map(toRow) };
}

export async function createToken(
  ctx: ServiceContext,
  input: z.output<typeof createTokenInput>,
): Promise<z.infer<typeof createdToken>> {
  const { value, hash } = newOpaqueToken(tokenPrefix);
  return ctx.db.$transaction(async (tx) => {
    const project =
      input.project === undefined
        ? null
        : await tx.project.findFirst({
            where: { AND: [visibleProjects(ctx.principal), { slug: input.project }] },
            select: { id: true },
          });
    if (input.project !== undefined && project === null) throw noSuchProject();
    const now = new Date();
    const row = await tx.apiToken.create({
      data: {
        tokenHash: hash,
        prefix: value.slice(0, tokenPrefix.length + 4),
        name: input.name,
        userId: ctx.principal.userId,
        projectId: project?.id ?? null,
        readOnly: input.readOnly,
        createdAt: now,
        expiresAt: new Date(now.getTime() + input.days * day),
      },
      include,
    });
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'token.create',
      projectId: project?.id,
      targetType: 'token',
      targetId: row.id,
      after: { name: row.name, readOnly: row.readOnly, expiresAt: row.expiresAt.toISOString() },
    });
    return { token: toRow(row), value };
  });
}

export async function revokeToken(ctx: ServiceContext, tokenId: string): Promise<{ tokenId: string }> {
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, userId: ctx.principal.userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new OrielError('not_found', 'This token does not exist or has been revoked already.');
    await appendAudit(tx, { actor: ctx.actor, action: 'token.revoke', targetType: 'token', targetId: tokenId });
  });
  return { tokenId };
}

function toRow(row: Row): TokenRow {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    project: row.project,
    readOnly: row.readOnly,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
