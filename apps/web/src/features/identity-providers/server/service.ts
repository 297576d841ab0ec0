import { appendAudit } from '@oriel/db/audit';
import type { Db, Prisma, Queryable } from '@oriel/db/client';
import { violates } from '@oriel/db/database-errors';
import { revokeSessionsOfProvider } from '@oriel/db/identities';
import { OrielError } from '@oriel/domain/errors';
import type { z } from 'zod';
import type { PersonActor } from '@/server/actor.ts';
import { callbackUrl } from '@/server/auth/oidc/callback-url.ts';
import type { createProviderInput, deleteProviderInput, updateProviderInput } from '../input.ts';
import type { OfferedProvider, ProviderRow } from '../output.ts';
import { sealClientSecret } from './client-secret.ts';

export interface ProviderContext {
  readonly db: Db;
  readonly actor: PersonActor;
  readonly publicOrigin: string;
}

const select = {
  id: true,
  name: true,
  issuer: true,
  clientId: true,
  scopes: true,
  groupsClaim: true,
  adminGroups: true,
  trustsEmail: true,
  enabled: true,
  createdAt: true,
  _count: { select: { identities: true } },
  bindings: {
    select: { groupName: true, role: true, project: { select: { slug: true } } },
    orderBy: { groupName: 'asc' },
  },
} satisfies Prisma.IdentityProviderSelect;
type Row = Prisma.IdentityProviderGetPayload<{ select: typeof select }>;

export async function listProviders({ db, publicOrigin }: Omit<ProviderContext, 'actor'>): Promise<ProviderRow[]> {
  const rows = await db.identityProvider.findMany({ select, orderBy: { name: 'asc' } });
  return rows.map((row) => describe(row, publicOrigin));
}

/** For the sign-in page: nothing but what its buttons need. */
export function listOffered(db: Queryable): Promise<OfferedProvider[]> {
  return db.identityProvider.findMany({
    where: { enabled: true },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

export async function createProvider(
  { db, actor, publicOrigin }: ProviderContext,
  { clientSecret, ...input }: z.output<typeof createProviderInput>,
): Promise<ProviderRow> {
  const clientSecretEnvelope = await sealClientSecret(input.id, clientSecret);
  return db.$transaction(async (tx) => {
    const row = await tx.identityProvider
      .create({ data: { ...input, clientSecretEnvelope }, select })
      .catch(explainTaken);
    await appendAudit(tx, {
      actor,
      action: 'identity_provider.create',
      targetType: 'identity_provider',
      targetId: row.id,
      after: input,
    });
    return describe(row, publicOrigin);
  });
}

/** One that is switched off ends the sessions it has vouched for. */
export async function updateProvider(
  { db, actor, publicOrigin }: ProviderContext,
  { id, clientSecret, ...given }: z.output<typeof updateProviderInput>,
): Promise<{ provider: ProviderRow; endedSessions: number }> {
  const sealed = clientSecret === undefined ? {} : { clientSecretEnvelope: await sealClientSecret(id, clientSecret) };
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return db.$transaction(async (tx) => {
    const before = await tx.identityProvider.findUnique({ where: { id }, select });
    if (!before) throw unknownProvider();
    const row = await tx.identityProvider.update({ where: { id }, data: { ...changes, ...sealed }, select });
    const endedSessions = row.enabled ? 0 : await revokeSessionsOfProvider(tx, id);
    await appendAudit(tx, {
      actor,
      action: 'identity_provider.update',
      targetType: 'identity_provider',
      targetId: id,
      before: Object.fromEntries(Object.keys(changes).map((name) => [name, before[name as keyof Row] as string])),
      after: { ...changes, ...(clientSecret === undefined ? {} : { clientSecret: 'changed' }), endedSessions },
    });
    return { provider: describe(row, publicOrigin), endedSessions };
  });
}

/** With it go the identities, groups and bindings it stands behind, and the sessions it vouched for; people stay. */
export async function deleteProvider(
  { db, actor }: ProviderContext,
  { id, confirmName }: z.output<typeof deleteProviderInput>,
): Promise<{ endedSessions: number }> {
  return db.$transaction(async (tx) => {
    const row = await tx.identityProvider.findUnique({ where: { id }, select });
    if (!row) throw unknownProvider();
    if (confirmName !== row.name) {
      throw new OrielError('bad_input', `Type the provider’s name, ${row.name}, to delete it.`, {
        field: 'confirmName',
      });
    }
    const endedSessions = await revokeSessionsOfProvider(tx, id);
    await tx.identityProvider.delete({ where: { id } }).catch(explainLastOwner);
    const { name, issuer, bindings } = describe(row, '');
    await appendAudit(tx, {
      actor,
      action: 'identity_provider.delete',
      targetType: 'identity_provider',
      targetId: id,
      before: { name, issuer, bindings, people: row._count.identities, endedSessions },
    });
    return { endedSessions };
  });
}

function describe({ _count, bindings, createdAt, ...row }: Row, publicOrigin: string): ProviderRow {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    callbackUrl: callbackUrl(publicOrigin, row.id),
    people: _count.identities,
    bindings: bindings.map(({ groupName, role, project }) => ({ group: groupName ?? '', project: project.slug, role })),
  };
}

function unknownProvider(): OrielError {
  return new OrielError('not_found', 'There is no such identity provider any more. Reload the list.');
}

function explainTaken(error: unknown): never {
  if (violates(error, 'identity_providers_issuer_key')) {
    const message = 'A provider with this issuer exists. Change that one instead.';
    throw new OrielError('conflict', message, { field: 'issuer', cause: error });
  }
  if (!violates(error, 'identity_providers_pkey')) throw error;
  throw new OrielError('conflict', 'A provider with this id exists. Choose another id.', { field: 'id', cause: error });
}

function explainLastOwner(error: unknown): never {
  if (!violates(error, 'role_bindings_last_owner')) throw error;
  const message = 'A project has no owner but a group of this provider. Give it another owner first.';
  throw new OrielError('conflict', message, { cause: error });
}
