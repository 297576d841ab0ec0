import { randomBytes } from 'node:crypto';
import { appendAudit } from '@oriel/db/audit';
import type { Prisma, Tx } from '@oriel/db/client';
import { parseDashboard } from '@oriel/domain/dashboard-model';
import { OrielError } from '@oriel/domain/errors';
import type { ServiceContext } from '@/features/service-context.ts';
import { noSuchDashboard } from './own-rows.ts';

/** Each lies in Grafana as long as the project does, and is compared at each look. */
const mostPerProject = 200;

export interface DashboardChange {
  readonly projectId: string;
  readonly title?: string | undefined;
  readonly model: Readonly<Record<string, unknown>>;
}

export async function createDashboard(
  { db, actor }: ServiceContext,
  { projectId, ...given }: DashboardChange,
): Promise<{ uid: string; version: number }> {
  const { title, model } = parseDashboard(given.model, given.title);
  const uid = `op-${randomBytes(8).toString('hex')}`;
  return db.$transaction(async (tx) => {
    // Two at once at the limit take turns.
    await tx.$executeRaw`SELECT 1 FROM projects WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`;
    if ((await tx.projectDashboard.count({ where: { projectId, source: 'api' } })) >= mostPerProject) {
      const message = `A project keeps ${mostPerProject} dashboards of its own here. Delete one that nobody needs.`;
      throw new OrielError('conflict', message);
    }
    await tx.projectDashboard.create({ data: { projectId, uid, title, model: model as Prisma.InputJsonObject } });
    await audit(tx, actor, { action: 'dashboard.create', projectId, uid, after: { title, version: 1 } });
    return { uid, version: 1 };
  });
}

export async function updateDashboard(
  { db, actor }: ServiceContext,
  { projectId, uid, version, ...given }: DashboardChange & { readonly uid: string; readonly version: number },
): Promise<{ uid: string; version: number }> {
  const { title, model } = parseDashboard(given.model, given.title);
  return db.$transaction(async (tx) => {
    const before = await findOwn(tx, projectId, uid);
    const { count } = await tx.projectDashboard.updateMany({
      where: { projectId, uid, version },
      data: { title, model: model as Prisma.InputJsonObject, version: version + 1, updatedAt: new Date() },
    });
    if (count === 0) {
      const message = `Somebody changed this dashboard meanwhile: it is at version ${before.version}. Read it again, then change that.`;
      throw new OrielError('conflict', message, { field: 'version' });
    }
    const after = { title, version: version + 1 };
    await audit(tx, actor, { action: 'dashboard.update', projectId, uid, before, after });
    return { uid, version: version + 1 };
  });
}

export async function deleteDashboard(
  { db, actor }: ServiceContext,
  { projectId, uid }: { readonly projectId: string; readonly uid: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await findOwn(tx, projectId, uid);
    await tx.projectDashboard.delete({ where: { projectId_uid: { projectId, uid } } });
    await audit(tx, actor, { action: 'dashboard.delete', projectId, uid, before });
  });
}

interface Recorded {
  readonly title: string;
  readonly version: number;
}

/** Throws `conflict` for one that a ConfigMap keeps: it would come back. */
async function findOwn(tx: Tx, projectId: string, uid: string): Promise<Recorded> {
  const row = await tx.projectDashboard.findUnique({
    where: { projectId_uid: { projectId, uid } },
    select: { title: true, version: true, source: true, namespace: true, name: true },
  });
  if (row === null) throw noSuchDashboard();
  if (row.source === 'config_map') {
    const where = `the ConfigMap ${row.namespace}/${row.name} in its cluster`;
    throw new OrielError('conflict', `This dashboard comes from ${where}. Change it there.`);
  }
  return { title: row.title, version: row.version };
}

interface Entry {
  readonly action: string;
  readonly projectId: string;
  readonly uid: string;
  readonly before?: Recorded;
  readonly after?: Recorded;
}

/** Without the model, which may be large: the version tells which it was. */
async function audit(
  tx: Tx,
  actor: ServiceContext['actor'],
  { action, projectId, uid, before, after }: Entry,
): Promise<void> {
  await appendAudit(tx, {
    actor,
    action,
    projectId,
    targetType: 'dashboard',
    targetId: uid,
    before: before && { ...before },
    after: after && { ...after },
  });
}
