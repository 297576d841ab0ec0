import { appendAudit } from '@oriel/db/audit';
import type { Db, Prisma, Tx } from '@oriel/db/client';
import { issueOneTimeLink } from '@oriel/db/one-time-links';
import { OrielError } from '@oriel/domain/errors';
import type { Principal, ProjectRole } from '@oriel/domain/permissions';
import type { PersonActor } from '@/server/actor.ts';
import type { ReachInput } from '../../reach/input.ts';
import { reachColumns } from '../../reach/server/reach-rows.ts';
import type { MemberSubject } from '../input.ts';
import type { MemberRow } from '../output.ts';
import { describeMembers, memberSelect, nameOf } from './member-rows.ts';
import { findOrCreatePerson, handedTo, type KnownPerson, mayHandOutLink } from './people.ts';
import { explainRefusal } from './refusals.ts';
import { requireOwnHands } from './vouching.ts';

export const linkValidForHours = 7 * 24;

export interface NewMember {
  readonly projectId: string;
  readonly subject: MemberSubject;
  readonly role: ProjectRole;
  readonly reach: ReachInput;
}

export interface AddedBy {
  readonly principal: Principal;
  readonly actor: PersonActor;
}

export interface AddedMember {
  readonly member: MemberRow;
  /** Token of a one-time link with which the person sets a password; null where none may be given out. */
  readonly linkToken: string | null;
}

/** Gives a person, a group or a service account a role in a project, and makes a person known who is not. */
export function addMember(db: Db, by: AddedBy, input: NewMember): Promise<AddedMember> {
  return db.$transaction(async (tx) => {
    const { subject } = input;
    if (subject.kind === 'group') return { member: await addGroup(tx, by, { ...input, subject }), linkToken: null };
    if (subject.kind === 'serviceAccount') {
      const userId = await findServiceAccount(tx, input.projectId, subject.serviceAccountId);
      return { member: await bind(tx, by, { ...input, holder: { userId } }), linkToken: null };
    }
    const person = await findOrCreatePerson(tx, by.actor, subject);
    return addPerson(tx, by, { ...input, person });
  });
}

async function addPerson(tx: Tx, by: AddedBy, input: NewMember & { person: KnownPerson }): Promise<AddedMember> {
  const { person, projectId } = input;
  const endedLinks = await requireOwnHands(tx, { userId: person.id, projectId, field: 'subject.email' });
  const link = await mayHandOutLink(tx, by.principal, { person, projectId });
  const member = await bind(tx, by, { ...input, holder: { userId: person.id }, audited: { link, endedLinks } });
  const options = { validForHours: linkValidForHours, handedTo: handedTo(by.principal) };
  const linkToken = link ? await issueOneTimeLink(tx, person.id, options) : null;
  return { member, linkToken };
}

async function addGroup(
  tx: Tx,
  by: AddedBy,
  input: NewMember & { subject: Extract<MemberSubject, { kind: 'group' }> },
): Promise<MemberRow> {
  const { providerId, groupName } = input.subject;
  if ((await tx.identityProvider.count({ where: { id: providerId } })) === 0) {
    throw new OrielError('bad_input', 'There is no such identity provider. Choose one of the list.', {
      field: 'subject.providerId',
    });
  }
  return bind(tx, by, { ...input, holder: { providerId, groupName } });
}

/** The project's own, or one of the platform. Those of other projects stay there. */
async function findServiceAccount(tx: Tx, projectId: string, id: string): Promise<string> {
  const where: Prisma.UserWhereInput = { id, kind: 'service', OR: [{ projectId }, { projectId: null }] };
  if ((await tx.user.count({ where })) > 0) return id;
  throw new OrielError('bad_input', 'There is no such service account in this project. Choose one of the list.', {
    field: 'subject.serviceAccountId',
  });
}

type Holder = { readonly userId: string } | { readonly providerId: string; readonly groupName: string };
type NewBinding = Pick<NewMember, 'projectId' | 'role' | 'reach'> & {
  readonly holder: Holder;
  /** Of a person: whether a one-time link goes with it, and how many it ended that others may hold. */
  readonly audited?: { readonly link: boolean; readonly endedLinks: number };
};

export async function bind(tx: Tx, { principal, actor }: AddedBy, binding: NewBinding): Promise<MemberRow> {
  const { projectId, role, reach, holder, audited } = binding;
  const columns = await reachColumns(tx, { projectId, reach });
  const same = { clusterIds: { equals: columns.clusterIds }, namespaces: { equals: columns.namespaces } };
  if ((await tx.roleBinding.count({ where: { projectId, role, ...holder, ...same } })) > 0) {
    throw new OrielError('conflict', 'They have exactly this role already. Change it in the list instead.', {
      field: 'subject',
    });
  }
  const row = await tx.roleBinding
    .create({ data: { projectId, role, ...holder, ...columns }, select: memberSelect })
    .catch(explainRefusal);
  const [member] = await describeMembers(tx, [row], principal.userId);
  if (member === undefined) throw new Error('A row describes one member.');
  await appendAudit(tx, {
    actor,
    action: 'member.add',
    projectId,
    targetType: 'member',
    targetId: row.id,
    after: { ...auditOf(member), ...audited },
  });
  return member;
}

/** What the trail keeps of a member: names, so that it can be read when the rows are gone. */
export function auditOf({ subject, role, reach }: MemberRow) {
  return { subject: nameOf(subject), role, clusters: reach.clusters, namespaces: reach.namespaces };
}
