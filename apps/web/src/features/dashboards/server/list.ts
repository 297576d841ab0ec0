import type { Dashboard } from '@oriel/dashboards/dashboards';
import type { Db } from '@oriel/db/client';
import { OrielError } from '@oriel/domain/errors';
import { grafanaRoleIn } from '@oriel/domain/grafana';
import type { Principal } from '@oriel/domain/permissions';
import { GrafanaConnection } from '@oriel/seed-client/grafana/connection';
import { searchDashboards } from '@oriel/seed-client/grafana/search';
import { env } from '@/env.ts';
import type { DashboardList, DashboardRow } from '../output.ts';
import { providedDashboards } from './provided.ts';

/** Of one project, or of all. */
export type DashboardsOf = { readonly projectId: string } | 'all';

/** A page waits for it. */
const patienceMs = 3_000;

/**
 * All dashboards that somebody finds: those that Oriel provides and the project's own, which it knows itself, and those
 * made in Grafana, which Grafana is asked for as that person. Without Grafana the first two are still there.
 */
export async function listDashboards(db: Db, principal: Principal, of: DashboardsOf): Promise<DashboardList> {
  const [own, made] = await Promise.all([ownDashboards(db, of), madeInGrafana(db, principal, of)]);
  const provided = providedDashboards(of === 'all' ? 'all' : 'project').map(providedRow);
  const known = new Map([...provided, ...own].map((row) => [row.uid, row]));
  for (const row of made.rows) known.set(row.uid, { ...row, origin: known.get(row.uid)?.origin ?? row.origin });
  const items = [...known.values()].sort((one, other) => one.title.localeCompare(other.title, 'en'));
  const canEdit = of === 'all' || grafanaRoleIn(principal, of.projectId) === 'Editor' || principal.isPlatformAdmin;
  return { items, missing: made.missing, canEdit };
}

const providedRow = ({ uid, title, tags }: Dashboard): DashboardRow => ({
  uid,
  title,
  tags: [...tags],
  folder: 'Oriel',
  origin: 'oriel',
  starred: false,
});

async function ownDashboards(db: Db, of: DashboardsOf): Promise<DashboardRow[]> {
  if (of === 'all') return [];
  const rows = await db.projectDashboard.findMany({
    where: { projectId: of.projectId },
    select: { uid: true, title: true, source: true, project: { select: { name: true } } },
  });
  return rows.map(({ uid, title, source, project: { name } }) => ({
    uid,
    title,
    tags: [],
    folder: name,
    origin: source,
    starred: false,
  }));
}

async function madeInGrafana(
  db: Db,
  principal: Principal,
  of: DashboardsOf,
): Promise<{ rows: DashboardRow[]; missing: string | null }> {
  const url = env().ORIEL_GRAFANA_URL;
  if (url === undefined) return { rows: [], missing: 'This installation has no Grafana.' };
  const where = of === 'all' ? { isGlobal: true } : { projectId: of.projectId };
  const organization = await db.grafanaOrganization.findFirst({ where: { ...where, removalWantedAt: null } });
  if (!organization?.orgId) return { rows: [], missing: 'They are being made in Grafana, which takes a few seconds.' };
  const grafana = new GrafanaConnection({ url, timeoutMs: patienceMs });
  try {
    const found = await searchDashboards(grafana, { orgId: organization.orgId, login: principal.userId });
    const rows = found.map((one) => ({ ...one, tags: [...one.tags], origin: 'grafana' as const }));
    return { rows, missing: null };
  } catch (error) {
    // Somebody whose membership is being made gets theirs by opening a dashboard.
    if (error instanceof OrielError) return { rows: [], missing: error.message };
    throw error;
  }
}
