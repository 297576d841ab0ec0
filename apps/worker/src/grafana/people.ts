import type { GrafanaMember } from '@oriel/db/grafana-members';
import type { GrafanaConnection } from '@oriel/seed-client/grafana/connection';
import { removeOrganization } from '@oriel/seed-client/grafana/organizations';
import {
  addToOrganization,
  findUser,
  makeUser,
  organizationsOf,
  removeFromOrganization,
  removeUser,
  setRole,
  setServerAdmin,
  updateUser,
} from '@oriel/seed-client/grafana/people';
import { fallbackEmail, isPersonal, isPersonLogin } from './names.ts';
import { inTurn } from './turns.ts';

/** Makes somebody a member, and known to Grafana where they are not yet. */
export function addPerson(
  grafana: GrafanaConnection,
  orgId: number,
  { member, email }: { readonly member: GrafanaMember; readonly email: string },
): Promise<void> {
  const { userId: login, name, role, isAdmin } = member;
  return inTurn(login, async () => {
    const known = await findUser(grafana, login);
    const id = known ?? (await introduce(grafana, orgId, { login, name }));
    await addToOrganization(grafana, orgId, { login, role });
    await setRole(grafana, orgId, { id, role });
    if (known !== undefined) return;
    await updateUser(grafana, id, { login, name, email });
    if (isAdmin) await setServerAdmin(grafana, id, true);
  });
}

/**
 * Where Grafana is set to give everybody an organization of their own (`auto_assign_org = false`), it makes one beside
 * the user, called like the e-mail address, with the user as its Admin: that one goes at once.
 */
async function introduce(
  grafana: GrafanaConnection,
  orgId: number,
  { login, name }: { readonly login: string; readonly name: string },
): Promise<number> {
  const id = await makeUser(grafana, { login, name, email: fallbackEmail(login), orgId });
  for (const organization of await organizationsOf(grafana, id)) {
    if (organization.id !== orgId && isPersonal(organization.name)) await removeOrganization(grafana, organization.id);
  }
  return id;
}

/** Ends a membership; the account goes with the last one, if it is one that Oriel made. */
export async function removePerson(
  grafana: GrafanaConnection,
  orgId: number,
  { id, login }: { readonly id: number; readonly login: string },
): Promise<void> {
  await removeFromOrganization(grafana, orgId, id);
  await forgetPerson(grafana, { id, login });
}

export async function forgetPerson(
  grafana: GrafanaConnection,
  { id, login }: { readonly id: number; readonly login: string },
): Promise<void> {
  if (!isPersonLogin(login)) return;
  await inTurn(login, async () => {
    if ((await organizationsOf(grafana, id)).length === 0) await removeUser(grafana, id);
  });
}
