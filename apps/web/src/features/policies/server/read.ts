import type { Db, Prisma } from '@oriel/db/client';
import { loadPolicies, type PolicyTarget } from '@oriel/db/policies';
import { isAllowed, type Principal } from '@oriel/domain/permissions';
import { enforcedAbove, type PolicyLevel, type PolicyRow, resolveSettings } from '@oriel/domain/policy/resolve';
import { isSettingKey, settingKeys } from '@oriel/domain/policy/settings';
import type { z } from 'zod';
import type { clusterPolicies, EffectiveSetting, PolicyView, projectPolicies } from '../output.ts';

const select = {
  level: true,
  mode: true,
  setting: true,
  value: true,
  updatedAt: true,
  seed: { select: { id: true, name: true } },
  project: { select: { slug: true } },
} satisfies Prisma.PolicySelect;

/** Of the platform and of all seeds. */
export function listPlatformPolicies(db: Db): Promise<PolicyView[]> {
  return list(db, { level: { in: ['platform', 'seed'] } });
}

export async function projectPoliciesOf(
  db: Db,
  principal: Principal,
  projectId: string,
): Promise<z.infer<typeof projectPolicies>> {
  const seeds = await db.tenant.findMany({
    where: { projectId },
    select: { seedId: true },
    orderBy: { seed: { name: 'asc' } },
  });
  const seedIds = seeds.map(({ seedId }) => seedId);
  const policies = await list(db, { OR: [{ level: 'platform' }, { projectId }, { seedId: { in: seedIds } }] });
  const canManage = isAllowed(principal, 'project:manage', projectId);
  const [seedId] = seedIds;
  const rows = seedId === undefined ? [] : await loadPolicies(db, { projectId, seedId });
  return { policies, canManage, forNewClusters: effective(rows, { level: 'cluster', canManage }) };
}

export async function clusterPoliciesOf(
  db: Db,
  principal: Principal,
  target: Required<PolicyTarget> & { clusterId: string },
): Promise<z.infer<typeof clusterPolicies>> {
  const { clusterId, projectId, seedId } = target;
  const policies = await list(db, { OR: [{ level: 'platform' }, { projectId }, { seedId }, { clusterId }] });
  const rows = await loadPolicies(db, target);
  const canManage = isAllowed(principal, 'clusters:manage', projectId, clusterId);
  const owns = isAllowed(principal, 'project:manage', projectId);
  const held = new Set(
    rows.flatMap((row) => (row.level === 'cluster' && row.mode === 'enforced' ? [row.setting] : [])),
  );
  const settings = effective(rows, { level: 'cluster', canManage }).map((one) => ({
    ...one,
    canChange: one.canChange && (owns || !held.has(one.setting)),
  }));
  return { settings, policies };
}

function effective(
  rows: readonly PolicyRow[],
  { level, canManage }: { level: PolicyLevel; canManage: boolean },
): EffectiveSetting[] {
  const all = resolveSettings(rows);
  return settingKeys.map((setting) => ({
    setting,
    ...all[setting],
    canChange: canManage && enforcedAbove(setting, level, rows) === undefined,
  }));
}

/** By level and setting; a setting that this version does not know is left out. */
async function list(db: Db, where: Prisma.PolicyWhereInput): Promise<PolicyView[]> {
  const rows = await db.policy.findMany({
    where,
    select,
    orderBy: [{ level: 'asc' }, { setting: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ level, mode, setting, value, updatedAt, seed, project }) => {
    if (!isSettingKey(setting) || (typeof value !== 'boolean' && typeof value !== 'number')) return [];
    const place = seed?.name ?? project?.slug ?? null;
    return [{ level, mode, setting, value, place, seedId: seed?.id ?? null, updatedAt: updatedAt.toISOString() }];
  });
}
