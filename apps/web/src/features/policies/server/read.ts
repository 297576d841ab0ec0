import type { Db, Prisma } from '@oriel/db/client';
import { loadPolicies, type PolicyTarget } from '@oriel/db/policies';
import { isAllowed, type Principal } from '@oriel/domain/permissions';
import { isSettingKey, settingKeys } from '@oriel/domain/policy/catalogue';
import type { PolicyLevel } from '@oriel/domain/policy/levels';
import { enforcedAbove, type PolicyRow, resolveSettings } from '@oriel/domain/policy/resolve';
import type { z } from 'zod';
import type {
  ClusterPolicies,
  EffectiveSetting,
  PolicyException,
  PolicyView,
  platformPolicies,
  projectPolicies,
} from '../output.ts';

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
export async function platformPoliciesOf(db: Db, principal: Principal): Promise<z.infer<typeof platformPolicies>> {
  const policies = await list(db, { level: { in: ['platform', 'seed'] } });
  const seeds = await db.seed.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } });
  const canManage = isAllowed(principal, 'platform:manage');
  const ofPlatform = policies.filter(({ level }) => level === 'platform');
  const ofSeeds = seeds.map(({ id, name }) => {
    const rows = [...ofPlatform, ...policies.filter(({ seedId }) => seedId === id)];
    return { level: 'seed' as const, seedId: id, name, settings: effective(rows, { level: 'seed', canManage }) };
  });
  const settings = effective(ofPlatform, { level: 'platform', canManage });
  return {
    policies,
    places: [{ level: 'platform', seedId: null, name: 'Platform', settings }, ...ofSeeds],
    canManage,
  };
}

export async function projectPoliciesOf(
  db: Db,
  principal: Principal,
  projectId: string,
): Promise<z.infer<typeof projectPolicies>> {
  const tenants = await db.tenant.findMany({
    where: { projectId },
    select: { seedId: true, seed: { select: { name: true } } },
    orderBy: { seed: { name: 'asc' } },
  });
  const seedIds = tenants.map(({ seedId }) => seedId);
  const policies = await list(db, { OR: [{ level: 'platform' }, { projectId }, { seedId: { in: seedIds } }] });
  const canManage = isAllowed(principal, 'project:manage', projectId);
  const atSeeds = await Promise.all(
    tenants.map(async ({ seedId, seed }) => {
      const rows = await loadPolicies(db, { projectId, seedId });
      return { seed: seed.name, settings: effective(rows, { level: 'project', canManage }) };
    }),
  );
  return { policies, canManage, ...acrossSeeds(atSeeds) };
}

interface AtSeed {
  readonly seed: string;
  readonly settings: readonly EffectiveSetting[];
}

/** What holds at the first seed that lets the project decide, or else at the first; and which seeds differ from it. */
function acrossSeeds(atSeeds: readonly AtSeed[]): {
  forNewClusters: EffectiveSetting[];
  exceptions: PolicyException[];
} {
  const [first, ...others] = atSeeds;
  const forNewClusters = (first?.settings ?? []).map((one, at) =>
    isHeldAbove(one)
      ? (others.map(({ settings }) => settings[at]).find((other) => other && !isHeldAbove(other)) ?? one)
      : one,
  );
  const exceptions = atSeeds.flatMap(({ seed, settings }) =>
    settings.flatMap((found, at) => {
      const shown = forNewClusters[at] ?? found;
      const isSame = found.value === shown.value && isHeldAbove(found) === isHeldAbove(shown);
      return isSame ? [] : [{ setting: found.setting, seed, value: found.value, origin: found.origin }];
    }),
  );
  return { forNewClusters, exceptions };
}

function isHeldAbove({ origin }: EffectiveSetting): boolean {
  return origin.mode === 'enforced' && origin.level !== 'project';
}

export async function clusterPoliciesOf(
  db: Db,
  principal: Principal,
  target: Required<PolicyTarget> & { clusterId: string },
): Promise<ClusterPolicies> {
  const { clusterId, projectId, seedId } = target;
  const policies = await list(db, { OR: [{ level: 'platform' }, { projectId }, { seedId }, { clusterId }] });
  const rows = await loadPolicies(db, target);
  const canManage = isAllowed(principal, 'clusters:manage', projectId, clusterId);
  const canEnforce = canManage && isAllowed(principal, 'project:manage', projectId);
  const settings = effective(rows, { level: 'cluster', canManage }).map((one) => ({
    ...one,
    canChange: one.canChange && (canEnforce || one.own?.mode !== 'enforced'),
  }));
  return { settings, policies, canEnforce };
}

/** `rows`: everything that bears on the place, its own policies included. */
function effective(
  rows: readonly PolicyRow[],
  { level, canManage }: { level: PolicyLevel; canManage: boolean },
): EffectiveSetting[] {
  const all = resolveSettings(rows);
  const own = resolveSettings(rows.filter((row) => row.level === level));
  const inherited = resolveSettings(rows.filter((row) => row.level !== level));
  return settingKeys.map((setting) => ({
    setting,
    ...all[setting],
    own: own[setting].origin.level === level ? { mode: own[setting].origin.mode, value: own[setting].value } : null,
    inherited: inherited[setting],
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
