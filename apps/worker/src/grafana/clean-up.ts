import { platformMembers } from '@oriel/db/grafana-members';
import { allOrganizations, removeOrganization } from '@oriel/seed-client/grafana/organizations';
import { allUsers, type GrafanaUser, removeUser, setServerAdmin } from '@oriel/seed-client/grafana/people';
import type { GrafanaContext } from './context.ts';
import { isLeftover, isPersonLogin, unnamedOrganization } from './names.ts';
import { inTurn } from './turns.ts';

/**
 * What no single project's organization sees: who administers the server, accounts of people who are gone, and
 * organizations that a run left behind. A page of a thousand at a time; done with the organization over all projects.
 */
export async function cleanUp(ctx: GrafanaContext): Promise<void> {
  const administrators = new Set((await platformMembers(ctx.db)).map(({ userId }) => userId));
  const page: GrafanaUser[] = [];
  for await (const user of allUsers(ctx.grafana)) {
    if (!isPersonLogin(user.login)) continue;
    page.push(user);
    if (page.length === 1_000) await settleUsers(ctx, page.splice(0), administrators);
  }
  await settleUsers(ctx, page, administrators);
  await removeLeftovers(ctx);
}

async function settleUsers(
  { db, grafana }: GrafanaContext,
  users: readonly GrafanaUser[],
  administrators: ReadonlySet<string>,
): Promise<void> {
  if (users.length === 0) return;
  // Asked after Grafana was: whoever was made there meanwhile is known here already.
  const rows = await db.user.findMany({
    where: { id: { in: users.map(({ login }) => login) }, kind: 'person', disabledAt: null },
    select: { id: true },
  });
  const people = new Set(rows.map(({ id }) => id));
  for (const { id, login, isAdmin } of users) {
    if (!people.has(login)) await inTurn(login, () => removeUser(grafana, id));
    else if (isAdmin !== administrators.has(login)) await setServerAdmin(grafana, id, administrators.has(login));
  }
}

async function removeLeftovers({ db, grafana }: GrafanaContext): Promise<void> {
  const leftovers: { id: number; name: string }[] = [];
  for await (const organization of allOrganizations(grafana)) {
    if (isLeftover(organization.name)) leftovers.push(organization);
  }
  if (leftovers.length === 0) return;
  // One that is being made at this moment, or waits for its name, has a row that will want it.
  const rows = await db.grafanaOrganization.findMany({
    where: { OR: [{ orgId: null }, { orgId: { in: leftovers.map(({ id }) => id) } }] },
    select: { id: true },
  });
  const inUse = new Set(rows.map(({ id }) => unnamedOrganization(id)));
  for (const { id, name } of leftovers) if (!inUse.has(name)) await removeOrganization(grafana, id);
}
