import { z } from 'zod';
import type { GrafanaConnection } from './connection.ts';

const organizationShape = z.object({ id: z.number().int(), name: z.string() });

export interface GrafanaOrganization {
  readonly id: number;
  readonly name: string;
}

/** Undefined where it is gone. Newer versions say 403 of an organization that nobody has heard of. */
export async function readOrganization(
  grafana: GrafanaConnection,
  orgId: number,
): Promise<GrafanaOrganization | undefined> {
  const call = { what: 'show an organization', path: `/api/orgs/${orgId}`, understands: [403, 404] };
  const { status, body } = await grafana.ask(call);
  if (status === 404) return undefined;
  // By number among all of them: the server user sees each, member or not.
  if (status === 403) return undefined;
  return organizationShape.parse(body);
}

export async function findOrganization(
  grafana: GrafanaConnection,
  name: string,
): Promise<GrafanaOrganization | undefined> {
  const path = `/api/orgs/name/${encodeURIComponent(name)}`;
  const { status, body } = await grafana.ask({ what: 'look for an organization', path, understands: [404] });
  return status === 404 ? undefined : organizationShape.parse(body);
}

/** Its number. Undefined where the name is taken. */
export async function makeOrganization(grafana: GrafanaConnection, name: string): Promise<number | undefined> {
  const call = { what: 'make an organization', method: 'POST', path: '/api/orgs', body: { name } } as const;
  const { status, body } = await grafana.ask({ ...call, understands: [409] });
  if (status === 409) return undefined;
  return z.object({ orgId: z.number().int() }).parse(body).orgId;
}

export async function renameOrganization(grafana: GrafanaConnection, orgId: number, name: string): Promise<void> {
  const call = { what: `call an organization "${name}"`, method: 'PUT', path: `/api/orgs/${orgId}` } as const;
  await grafana.ask({ ...call, body: { name } });
}

/** With everything in it. One that is gone already is no failure. */
export async function removeOrganization(grafana: GrafanaConnection, orgId: number): Promise<void> {
  const call = { what: 'remove an organization', method: 'DELETE', path: `/api/orgs/${orgId}` } as const;
  await grafana.ask({ ...call, understands: [404] });
}

/** Every organization, a thousand at a time. */
export async function* allOrganizations(grafana: GrafanaConnection): AsyncGenerator<GrafanaOrganization> {
  const perPage = 1_000;
  for (let page = 0; ; page++) {
    const path = `/api/orgs?perpage=${perPage}&page=${page}`;
    const rows = await grafana.read({ what: 'list its organizations', path }, z.array(organizationShape));
    yield* rows;
    if (rows.length < perPage) return;
  }
}
