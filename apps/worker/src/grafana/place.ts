import { OrielError } from '@oriel/domain/errors';
import { readDataSource } from '@oriel/seed-client/grafana/data-sources';
import {
  findOrganization,
  makeOrganization,
  readOrganization,
  removeOrganization,
} from '@oriel/seed-client/grafana/organizations';
import type { GrafanaContext } from './context.ts';
import type { OrganizationRow } from './load-organization.ts';
import { unnamedOrganization } from './names.ts';

export interface Placed {
  readonly orgId: number;
  readonly name: string;
  /** Nothing of what was put before is there. */
  readonly isNew: boolean;
}

/**
 * Where the row's organization is in Grafana, made if it is not there. Known by its number alone: of two of one name,
 * or one that was renamed by hand, the name says nothing.
 */
export async function findPlace(ctx: GrafanaContext, row: OrganizationRow): Promise<Placed> {
  const { grafana } = ctx;
  if (row.orgId !== null) {
    const found = await readOrganization(grafana, row.orgId);
    if (found !== undefined && (await isOurs(ctx, row.id, row.orgId))) {
      return { orgId: row.orgId, name: found.name, isNew: false };
    }
    ctx.log.warn(
      { organizationId: row.id, orgId: row.orgId },
      'an organization is gone from Grafana; it is made again',
    );
    await setOrgId(ctx, row.id, null);
  }
  const name = unnamedOrganization(row.id);
  const orgId = await makeFresh(ctx, name);
  await claim(ctx, row.id, orgId);
  return { orgId, name, isNew: true };
}

/** The name is nobody else's: what has it was made by a run that ended before it could keep the number. */
async function makeFresh({ grafana }: GrafanaContext, name: string): Promise<number> {
  const made = await makeOrganization(grafana, name);
  if (made !== undefined) return made;
  const leftover = await findOrganization(grafana, name);
  if (leftover !== undefined) await removeOrganization(grafana, leftover.id);
  const again = await makeOrganization(grafana, name);
  if (again !== undefined) return again;
  throw new OrielError('upstream_failed', `Grafana could not make an organization: "${name}" is taken.`);
}

/** A number that was just given out is nobody else's, whatever an older row says of it. */
async function claim(ctx: GrafanaContext, id: string, orgId: number): Promise<void> {
  const stale = await ctx.db.grafanaOrganization.findFirst({ where: { orgId, NOT: { id } }, select: { id: true } });
  if (stale !== null) {
    await setOrgId(ctx, stale.id, null);
    await ctx.db.$executeRaw`SELECT grafana_raise(ARRAY[${stale.id}]::uuid[])`;
  }
  await setOrgId(ctx, id, orgId);
}

async function setOrgId({ db }: GrafanaContext, id: string, orgId: number | null): Promise<void> {
  await db.grafanaOrganization.update({ where: { id }, data: { orgId, fingerprint: null } });
}

/**
 * An organization whose data source carries another row's id is that row's: a database that was put back may give a
 * number to another one than before.
 */
async function isOurs({ grafana }: GrafanaContext, id: string, orgId: number): Promise<boolean> {
  const url = (await readDataSource(grafana, orgId, 'oriel-metrics'))?.url ?? '';
  const owner = /\/grafana\/v1\/organizations\/([0-9a-f-]{36})\//.exec(url)?.[1];
  return owner === undefined || owner === id;
}
