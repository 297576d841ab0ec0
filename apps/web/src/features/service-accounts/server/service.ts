import { appendAudit } from '@oriel/db/audit';
import type { Db, Tx } from '@oriel/db/client';
import { violates } from '@oriel/db/database-errors';
import { OrielError } from '@oriel/domain/errors';
import type { ProjectRole } from '@oriel/domain/permissions';
import { serviceAccountEmail } from '@oriel/domain/service-accounts';
import { type AddedBy, bind } from '../../members/server/add-member.ts';
import { explainRefusal } from '../../members/server/refusals.ts';
import type { ReachInput } from '../../reach/input.ts';
import type { ServiceAccountRow } from '../output.ts';
import { getAccount, type Home } from './account-rows.ts';

/** More would be clutter rather than use. */
const maxAccounts = 500;

export interface NewAccount {
  readonly name: string;
  readonly project: { readonly id: string; readonly slug: string } | null;
  readonly isPlatformAdmin?: boolean;
  readonly member?: (ReachInput & { readonly role: ProjectRole }) | undefined;
}

/** Nobody can sign in as it: it has no password, and the database refuses it a session and a link. */
export function createAccount(db: Db, by: AddedBy, input: NewAccount): Promise<ServiceAccountRow> {
  const { name, project, isPlatformAdmin = false, member } = input;
  const projectId = project?.id ?? null;
  return db.$transaction(async (tx) => {
    if ((await tx.user.count({ where: { kind: 'service', projectId } })) >= maxAccounts) {
      throw new OrielError('conflict', `There are ${maxAccounts} service accounts already. Delete those not in use.`);
    }
    const email = serviceAccountEmail(name, project?.slug ?? null);
    const { id } = await tx.user
      .create({ data: { kind: 'service', name, email, projectId, isPlatformAdmin } })
      .catch(explainTakenName);
    await appendAudit(tx, {
      actor: by.actor,
      action: 'service_account.create',
      projectId: projectId ?? undefined,
      targetType: 'service_account',
      targetId: id,
      after: { email, isPlatformAdmin },
    });
    if (project !== null && member !== undefined) {
      const { role, clusters, namespaces } = member;
      await bind(tx, by, { projectId: project.id, role, reach: { clusters, namespaces }, holder: { userId: id } });
    }
    return getAccount(tx, id);
  });
}

export interface AccountRef {
  readonly id: string;
  readonly home: Home;
}

/** While it is disabled its tokens are refused everywhere; they work again when it is enabled. */
export function setAccountEnabled(
  db: Db,
  { actor }: AddedBy,
  { enabled, ...ref }: AccountRef & { readonly enabled: boolean },
): Promise<ServiceAccountRow> {
  return db.$transaction(async (tx) => {
    const { id, email, disabledAt } = await requireAccount(tx, ref);
    if ((disabledAt === null) !== enabled) {
      await tx.user.update({ where: { id }, data: { disabledAt: enabled ? null : new Date() } });
      await appendAudit(tx, {
        actor,
        action: enabled ? 'service_account.enable' : 'service_account.disable',
        projectId: ref.home ?? undefined,
        targetType: 'service_account',
        targetId: id,
        after: { email },
      });
    }
    return getAccount(tx, id);
  });
}

/** Its tokens and roles go with it. */
export async function deleteAccount(db: Db, { actor }: AddedBy, ref: AccountRef): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id, email, isPlatformAdmin } = await requireAccount(tx, ref);
    const { tokens, roles } = await getAccount(tx, id);
    await tx.user.delete({ where: { id } }).catch(explainRefusal);
    await appendAudit(tx, {
      actor,
      action: 'service_account.delete',
      projectId: ref.home ?? undefined,
      targetType: 'service_account',
      targetId: id,
      before: { email, isPlatformAdmin, tokens, roles },
    });
  });
}

/** Those of another project, or of the platform, do not exist here. */
export async function requireAccount(tx: Tx, { id, home }: AccountRef) {
  const account = await tx.user.findFirst({ where: { id, kind: 'service', projectId: home } });
  if (account) return account;
  throw new OrielError('not_found', 'There is no such service account any more. Reload the list.');
}

function explainTakenName(error: unknown): never {
  if (!violates(error, 'users_email_key')) throw error;
  throw new OrielError('conflict', 'There is a service account of this name already. Choose another name.', {
    field: 'name',
    cause: error,
  });
}
