import { randomBytes } from 'node:crypto';
import { OrielError } from '@oriel/domain/errors';
import { z } from 'zod';
import type { GrafanaConnection } from './connection.ts';

export type GrafanaRole = 'Admin' | 'Editor' | 'Viewer' | 'None';

/** A person as one organization shows them. */
export interface GrafanaOrgUser {
  readonly id: number;
  readonly login: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

/** A person as the server knows them. */
export interface GrafanaUser {
  readonly id: number;
  readonly login: string;
  readonly isAdmin: boolean;
}

const orgUserShape = z
  .object({ userId: z.number(), login: z.string(), email: z.string(), name: z.string().default(''), role: z.string() })
  .transform(({ userId, ...rest }): GrafanaOrgUser => ({ id: userId, ...rest }));

export function orgUsers(grafana: GrafanaConnection, orgId: number): Promise<GrafanaOrgUser[]> {
  const call = { what: 'list the members of an organization', path: `/api/orgs/${orgId}/users` };
  return grafana.read(call, z.array(orgUserShape));
}

/** By login or by e-mail address, whichever fits. */
export async function findUser(grafana: GrafanaConnection, loginOrEmail: string): Promise<number | undefined> {
  const path = `/api/users/lookup?loginOrEmail=${encodeURIComponent(loginOrEmail)}`;
  const { status, body } = await grafana.ask({ what: 'look for a user', path, understands: [404] });
  return status === 404 ? undefined : z.object({ id: z.number() }).parse(body).id;
}

/** Makes a user nobody can sign in as but by the gateway: the password is forgotten at once. */
export async function makeUser(
  grafana: GrafanaConnection,
  user: { readonly login: string; readonly name: string; readonly email: string; readonly orgId: number },
): Promise<number> {
  const { orgId, ...rest } = user;
  const body = { ...rest, OrgId: orgId, password: randomBytes(32).toString('base64url') };
  const call = { what: 'make a user', method: 'POST', path: '/api/admin/users', body } as const;
  return (await grafana.read(call, z.object({ id: z.number() }))).id;
}

/**
 * Changes name and e-mail address. Of somebody who has signed in through a proxy before, Grafana (from 9.3 on) takes
 * that from the proxy only; then it is told as the proxy would. Returns what it shows afterwards.
 */
export async function updateUser(
  grafana: GrafanaConnection,
  id: number,
  user: { readonly login: string; readonly name: string; readonly email: string },
): Promise<{ name: string; email: string }> {
  const call = { what: 'rename a user', method: 'PUT', path: `/api/users/${id}`, body: user } as const;
  const { status } = await grafana.ask({ ...call, understands: [403] });
  if (status === 403) {
    await grafana.ask({ what: 'rename a user', path: '/api/user', person: user, understands: [401, 403, 407, 500] });
  }
  const shape = z.object({ name: z.string(), email: z.string() });
  return grafana.read({ what: 'show a user', path: `/api/users/${id}` }, shape);
}

export async function setServerAdmin(grafana: GrafanaConnection, id: number, isGrafanaAdmin: boolean): Promise<void> {
  const call = { what: 'change a server administrator', method: 'PUT' } as const;
  await grafana.ask({ ...call, path: `/api/admin/users/${id}/permissions`, body: { isGrafanaAdmin } });
}

export async function removeUser(grafana: GrafanaConnection, id: number): Promise<void> {
  const call = { what: 'remove a user', method: 'DELETE', path: `/api/admin/users/${id}` } as const;
  await grafana.ask({ ...call, understands: [404] });
}

/** The organizations somebody is in. */
export async function organizationsOf(grafana: GrafanaConnection, id: number): Promise<{ id: number; name: string }[]> {
  const shape = z.array(
    z.object({ orgId: z.number(), name: z.string() }).transform(({ orgId, name }) => ({ id: orgId, name })),
  );
  const call = { what: 'list the organizations of a user', path: `/api/users/${id}/orgs`, understands: [404] };
  const { status, body } = await grafana.ask(call);
  return status === 404 ? [] : shape.parse(body ?? []);
}

export async function addToOrganization(
  grafana: GrafanaConnection,
  orgId: number,
  member: { readonly login: string; readonly role: GrafanaRole },
): Promise<void> {
  const call = { what: 'add a member', method: 'POST', path: `/api/orgs/${orgId}/users` } as const;
  // In it already: whoever asks sets the role next.
  await grafana.ask({ ...call, body: { loginOrEmail: member.login, role: member.role }, understands: [409] });
}

export async function setRole(
  grafana: GrafanaConnection,
  orgId: number,
  { id, role }: { readonly id: number; readonly role: GrafanaRole },
): Promise<void> {
  const call = { what: 'change a role', method: 'PATCH', path: `/api/orgs/${orgId}/users/${id}` } as const;
  await grafana.ask({ ...call, body: { role } });
}

export async function removeFromOrganization(grafana: GrafanaConnection, orgId: number, id: number): Promise<void> {
  const call = { what: 'remove a member', method: 'DELETE', path: `/api/orgs/${orgId}/users/${id}` } as const;
  await grafana.ask({ ...call, understands: [404] });
}

const userShape = z.object({ id: z.number(), login: z.string(), isAdmin: z.boolean().default(false) });

/** Every user of the server, a thousand at a time. */
export async function* allUsers(grafana: GrafanaConnection): AsyncGenerator<GrafanaUser> {
  const perPage = 1_000;
  for (let page = 1; ; page++) {
    const path = `/api/users?perpage=${perPage}&page=${page}`;
    const rows = await grafana.read({ what: 'list its users', path }, z.array(userShape));
    yield* rows;
    if (rows.length < perPage) return;
    if (page > 10_000) throw new OrielError('upstream_failed', 'Grafana lists its users without an end.');
  }
}
