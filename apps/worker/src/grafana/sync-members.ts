import type { GrafanaMember } from '@oriel/db/grafana-members';
import { type GrafanaConnection, serverLogin } from '@oriel/seed-client/grafana/connection';
import {
  addToOrganization,
  findUser,
  type GrafanaOrgUser,
  orgUsers,
  setRole,
  updateUser,
} from '@oriel/seed-client/grafana/people';
import type { Outcomes } from './outcome.ts';
import { addPerson, removePerson } from './people.ts';
import { emailFor, type MemberChange, planMembers } from './plan-members.ts';

/** Brings the members of one organization in step: whoever must go first. */
export async function syncMembers(
  grafana: GrafanaConnection,
  { orgId, desired }: { readonly orgId: number; readonly desired: readonly GrafanaMember[] },
  outcomes: Outcomes,
): Promise<void> {
  const observed = await orgUsers(grafana, orgId);
  const taken = await takenAddresses(grafana, desired, observed);
  const { changes, serverUserIsAdmin } = planMembers(desired, observed, taken);
  if (!serverUserIsAdmin) await reinstateServerUser(grafana, orgId);
  for (const member of desired) outcomes.inStep('member', member.userId, noteOn(member, taken));
  for (const change of changes) {
    const key = 'member' in change ? change.member.userId : change.found.login;
    const isDone = await outcomes.attempt('member', key, () => apply(grafana, orgId, { change, taken }));
    if (isDone && 'member' in change) outcomes.inStep('member', key, noteOn(change.member, taken));
    if (isDone && change.kind === 'remove') outcomes.drop('member', key);
  }
}

async function apply(
  grafana: GrafanaConnection,
  orgId: number,
  { change, taken }: { readonly change: MemberChange; readonly taken: ReadonlySet<string> },
): Promise<void> {
  switch (change.kind) {
    case 'remove':
      return removePerson(grafana, orgId, change.found);
    case 'set_role':
      return setRole(grafana, orgId, { id: change.found.id, role: change.member.role });
    case 'add':
      return addPerson(grafana, orgId, { member: change.member, email: emailFor(change.member, taken) });
    case 'update': {
      const { userId: login, name } = change.member;
      await updateUser(grafana, change.found.id, { login, name, email: emailFor(change.member, taken) });
    }
  }
}

/** Addresses of members that other accounts have. Asked only of those whose address is not seen to be theirs. */
async function takenAddresses(
  grafana: GrafanaConnection,
  desired: readonly GrafanaMember[],
  observed: readonly GrafanaOrgUser[],
): Promise<Set<string>> {
  const present = new Map(observed.map((found) => [found.login, found]));
  const taken = new Set<string>();
  for (const { userId, email } of desired) {
    if (present.get(userId)?.email === email) continue;
    const holder = await findUser(grafana, email);
    if (holder === undefined) continue;
    const own = present.get(userId)?.id ?? (await findUser(grafana, userId));
    if (holder !== own) taken.add(email);
  }
  return taken;
}

function noteOn({ email }: GrafanaMember, taken: ReadonlySet<string>): string {
  return taken.has(email)
    ? `Another account in Grafana has the address ${email}; this one shows a substitute until that is free.`
    : '';
}

async function reinstateServerUser(grafana: GrafanaConnection, orgId: number): Promise<void> {
  await addToOrganization(grafana, orgId, { login: serverLogin, role: 'Admin' });
  const id = await findUser(grafana, serverLogin);
  if (id !== undefined) await setRole(grafana, orgId, { id, role: 'Admin' });
}
