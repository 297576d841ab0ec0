import { serverLogin } from '@oriel/seed-client/grafana/connection';
import { readOrganization, removeOrganization } from '@oriel/seed-client/grafana/organizations';
import { orgUsers } from '@oriel/seed-client/grafana/people';
import type { GrafanaContext } from './context.ts';
import type { OrganizationRow } from './load-organization.ts';
import { forgetPerson } from './people.ts';

/** Ends an organization with its project, and the accounts of those who are in no other. */
export async function endOrganization({ db, grafana, log }: GrafanaContext, row: OrganizationRow): Promise<void> {
  if (row.orgId !== null && (await readOrganization(grafana, row.orgId)) !== undefined) {
    const members = await orgUsers(grafana, row.orgId);
    await removeOrganization(grafana, row.orgId);
    for (const member of members) {
      if (member.login !== serverLogin) await forgetPerson(grafana, member);
    }
  }
  await db.grafanaOrganization.deleteMany({ where: { id: row.id } });
  log.info({ organizationId: row.id, name: row.name }, 'an organization was removed from Grafana');
}
