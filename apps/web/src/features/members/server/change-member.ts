import { appendAudit } from '@oriel/db/audit';
import type { Db, Tx } from '@oriel/db/client';
import { lockPerson } from '@oriel/db/identities';
import { issueOneTimeLink } from '@oriel/db/one-time-links';
import { OrielError } from '@oriel/domain/errors';
import { type ProjectRole, projectRoles } from '@oriel/domain/permissions';
import type { ReachInput } from '../../reach/input.ts';
import { reachColumns } from '../../reach/server/reach-rows.ts';
import type { MemberRow } from '../output.ts';
import { type AddedBy, auditOf, linkValidForHours } from './add-member.ts';
import { describeMembers, memberSelect } from './member-rows.ts';
import { handedTo, mayHandOutLink } from './people.ts';
import { explainRefusal } from './refusals.ts';
import { requireOwnHands } from './vouching.ts';

export interface MemberRef {
  readonly projectId: string;
  readonly memberId: string;
}

export interface MemberChange extends MemberRef {
  readonly role?: ProjectRole | undefined;
  readonly clusters?: ReachInput['clusters'] | undefined;
  readonly namespaces?: ReachInput['namespaces'] | undefined;
}

/** What is not given stays as it is. */
export function changeMember(db: Db, { principal, actor }: AddedBy, change: MemberChange): Promise<MemberRow> {
  const { projectId, memberId: id } = change;
  return db.$transaction(async (tx) => {
    const row = await requireMember(tx, change);
    const [before] = await describeMembers(tx, [row], principal.userId);
    const { role, reach } = before as MemberRow;
    const kept = row.clusterIds;
    const columns = await reachColumns(tx, {
      projectId,
      kept,
      reach: {
        clusters: change.clusters ?? (reach.clusters === 'all' ? 'all' : kept),
        namespaces: change.namespaces ?? reach.namespaces,
      },
    });
    const data = { role: change.role ?? role, ...columns };
    const now = { role, clusterIds: kept, namespaces: row.namespaces };
    if (JSON.stringify(data) === JSON.stringify(now)) return before as MemberRow;
    if (row.user !== null && givesMore(now, data)) {
      await requireOwnHands(tx, { userId: row.user.id, projectId, field: 'role' });
    }
    const changed = await tx.roleBinding.update({ where: { id }, data, select: memberSelect }).catch(explainRefusal);
    const [after] = await describeMembers(tx, [changed], principal.userId);
    await appendAudit(tx, {
      actor,
      action: 'member.change',
      projectId,
      targetType: 'member',
      targetId: id,
      before: auditOf(before as MemberRow),
      after: auditOf(after as MemberRow),
    });
    return after as MemberRow;
  });
}

interface Held {
  readonly role: ProjectRole;
  readonly clusterIds: readonly string[];
  readonly namespaces: readonly string[];
}

function givesMore(before: Held, after: Held): boolean {
  const covers = (wide: readonly string[], narrow: readonly string[]) =>
    wide.length === 0 || (narrow.length > 0 && narrow.every((one) => wide.includes(one)));
  return (
    projectRoles.indexOf(after.role) > projectRoles.indexOf(before.role) ||
    !covers(before.clusterIds, after.clusterIds) ||
    !covers(before.namespaces, after.namespaces)
  );
}

export async function removeMember(db: Db, { principal, actor }: AddedBy, ref: MemberRef): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await requireMember(tx, ref);
    const [before] = await describeMembers(tx, [row], principal.userId);
    await tx.roleBinding.delete({ where: { id: row.id } }).catch(explainRefusal);
    await appendAudit(tx, {
      actor,
      action: 'member.remove',
      projectId: ref.projectId,
      targetType: 'member',
      targetId: row.id,
      before: auditOf(before as MemberRow),
    });
  });
}

/** For a person who has lost the first one; ends it. Returns the new one's token. */
export function renewLink(db: Db, { principal, actor }: AddedBy, ref: MemberRef): Promise<string> {
  return db.$transaction(async (tx) => {
    const { id, user } = await requireMember(tx, ref);
    if (user === null || user.kind === 'service') {
      throw new OrielError('bad_input', 'Only a person sets a password by a link. Choose a person.');
    }
    const { projectId } = ref;
    await lockPerson(tx, user.id);
    const { isPlatformAdmin, passwordHash, disabledAt, _count } = await tx.user.findUniqueOrThrow({
      where: { id: user.id },
      select: {
        isPlatformAdmin: true,
        passwordHash: true,
        disabledAt: true,
        _count: { select: { identities: true } },
      },
    });
    const hasWayIn = passwordHash !== null || _count.identities > 0;
    const person = { id: user.id, hasWayIn, isPlatformAdmin };
    if (disabledAt !== null || !(await mayHandOutLink(tx, principal, { person, projectId }))) {
      throw new OrielError(
        'conflict',
        'They can sign in already, or belong elsewhere too. Ask a platform administrator.',
      );
    }
    await appendAudit(tx, {
      actor,
      action: 'member.new_link',
      projectId,
      targetType: 'member',
      targetId: id,
      after: { subject: user.email },
    });
    return issueOneTimeLink(tx, user.id, { validForHours: linkValidForHours, handedTo: handedTo(principal) });
  });
}

async function requireMember(tx: Tx, { projectId, memberId }: MemberRef) {
  const member = await tx.roleBinding.findFirst({ where: { id: memberId, projectId }, select: memberSelect });
  if (member) return member;
  throw new OrielError('not_found', 'This role is not in the project any more. Reload the list.');
}
