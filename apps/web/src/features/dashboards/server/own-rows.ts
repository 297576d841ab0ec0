import type { Db } from '@oriel/db/client';
import { OrielError } from '@oriel/domain/errors';
import { type Principal, reachesNamespace } from '@oriel/domain/permissions';
import type { OwnDashboard, OwnDashboardDetail } from '../own-output.ts';

const select = {
  uid: true,
  title: true,
  model: true,
  source: true,
  namespace: true,
  name: true,
  key: true,
  version: true,
  updatedAt: true,
  projectId: true,
  cluster: { select: { id: true, name: true } },
} as const;

interface Kept {
  readonly uid: string;
  readonly title: string;
  readonly model: unknown;
  readonly source: 'api' | 'config_map';
  readonly namespace: string | null;
  readonly name: string | null;
  readonly key: string | null;
  readonly version: number;
  readonly updatedAt: Date;
  readonly projectId: string;
  readonly cluster: { readonly id: string; readonly name: string } | null;
}

type States = ReadonlyMap<string, { readonly state: OwnDashboard['state']; readonly message: string }>;

interface Asking {
  readonly db: Db;
  readonly principal: Principal;
  readonly project: { readonly id: string };
}

/** By title. */
export async function listOwnDashboards({
  db,
  principal,
  project: { id: projectId },
}: Asking): Promise<{ dashboards: OwnDashboard[] }> {
  const states = await statesOf(db, projectId);
  const kept = await db.projectDashboard.findMany({ where: { projectId }, select, orderBy: { title: 'asc' } });
  return { dashboards: kept.map((row) => describe(row, { states, principal })) };
}

/** Throws `not_found` for one that is none of the project's own. */
export async function getOwnDashboard({ db, principal, project }: Asking, uid: string): Promise<OwnDashboardDetail> {
  const projectId = project.id;
  const row = await db.projectDashboard.findUnique({ where: { projectId_uid: { projectId, uid } }, select });
  if (row === null) throw noSuchDashboard();
  const states = await statesOf(db, projectId);
  return { ...describe(row, { states, principal }), model: row.model as Record<string, unknown> };
}

export function noSuchDashboard(): OrielError {
  return new OrielError('not_found', 'There is no such dashboard in this project any more. Reload the list.');
}

async function statesOf(db: Db, projectId: string): Promise<States> {
  const rows = await db.grafanaObject.findMany({
    where: { organization: { projectId }, kind: 'dashboard' },
    select: { key: true, state: true, message: true },
  });
  return new Map(rows.map(({ key, ...state }) => [key, state]));
}

function describe(
  { projectId, cluster, namespace, name, key, updatedAt, model, ...row }: Kept,
  { states, principal }: { readonly states: States; readonly principal: Principal },
): OwnDashboard {
  const { tags } = model as { tags?: unknown };
  const isOfConfigMap = cluster !== null && namespace !== null && name !== null && key !== null;
  const isShown = isOfConfigMap && reachesNamespace(principal, { projectId, clusterId: cluster.id, namespace });
  return {
    ...row,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    origin: isShown ? { cluster: cluster.name, namespace, name, key } : null,
    updatedAt: updatedAt.toISOString(),
    ...(states.get(row.uid) ?? { state: 'pending', message: '' }),
  };
}
