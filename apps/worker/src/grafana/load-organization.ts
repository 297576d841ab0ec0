import { type GrafanaMember, membersOf, platformMembers, visitorsOf } from '@oriel/db/grafana-members';
import type { GrafanaContext } from './context.ts';
import { type DashboardSource, type Desired, desiredOrganization } from './desired.ts';
import { organizationSecret } from './secret.ts';

/** The row of one organization; undefined where it is gone. */
export function loadRow({ db }: GrafanaContext, id: string) {
  return db.grafanaOrganization.findUnique({ where: { id } });
}

export type OrganizationRow = NonNullable<Awaited<ReturnType<typeof loadRow>>>;

/** What the organization shall hold, by a fixed number of queries. Undefined where its project is gone. */
export async function loadDesired(ctx: GrafanaContext, row: OrganizationRow): Promise<Desired | undefined> {
  const { db, gatewayUrl, dashboards } = ctx;
  const secret = await organizationSecret(ctx, row);
  const shared = { organizationId: row.id, name: row.name, gatewayUrl, secret };
  if (row.projectId === null) {
    return desiredOrganization({ ...shared, members: await platformMembers(db), ours: dashboards.platform, own: [] });
  }
  const { projectId } = row;
  const project = await db.project.findUnique({ where: { id: projectId }, select: { name: true } });
  if (project === null) return undefined;
  const members = merge(await membersOf(db, projectId), await visitorsOf(db, row.id));
  const own = await ownDashboards(ctx, projectId);
  return desiredOrganization({ ...shared, projectName: project.name, members, ours: dashboards.project, own });
}

/** Who is both is what a visitor is: an administrator reads and edits wherever they look. */
function merge(members: readonly GrafanaMember[], visitors: readonly GrafanaMember[]): GrafanaMember[] {
  return [...new Map([...members, ...visitors].map((member) => [member.userId, member])).values()];
}

async function ownDashboards({ db }: GrafanaContext, projectId: string): Promise<DashboardSource[]> {
  const rows = await db.projectDashboard.findMany({
    where: { projectId },
    select: { uid: true, title: true, model: true },
    orderBy: { uid: 'asc' },
  });
  return rows.map(({ uid, title, model }) => {
    const own = model as Record<string, unknown>;
    const tags = Array.isArray(own.tags) ? own.tags.filter((tag) => typeof tag === 'string') : [];
    return { uid, title, tags, model: own };
  });
}
