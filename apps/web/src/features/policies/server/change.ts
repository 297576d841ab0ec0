import { appendAudit } from '@oriel/db/audit';
import { Prisma, type Tx } from '@oriel/db/client';
import { resettle } from '@oriel/db/policies';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed } from '@oriel/domain/permissions';
import type { SettingKey } from '@oriel/domain/policy/catalogue';
import type { PolicyMode } from '@oriel/domain/policy/levels';
import { parseSetting } from '@oriel/domain/policy/resolve';
import { requestOperation } from '@/features/operations/server/request.ts';
import type { ServiceContext } from '@/features/service-context.ts';
import type { ChangedClusters } from '../output.ts';
import { policiesAbove, requireEffect } from './above.ts';
import { type PolicyPlace, placeColumns } from './place.ts';

export interface PolicyChange {
  readonly setting: SettingKey;
  readonly mode: PolicyMode;
  readonly value: boolean | number;
  readonly dryRun: boolean;
}

/** Throws `conflict` where a wider level enforces another value, of a project at all of its seeds, and `bad_input` for a value the setting does not admit. */
export function setPolicy(ctx: ServiceContext, place: PolicyPlace, change: PolicyChange): Promise<ChangedClusters> {
  const { setting, mode, dryRun } = change;
  const { value } = parseSetting(setting, change.value);
  return inTransaction(ctx, dryRun, async (tx) => {
    await lockPolicies(tx, place.level === 'cluster' ? 'shared' : 'exclusive');
    const withoutEffectAt = await put(tx, ctx, { place, setting, value, mode });
    return { ...(await settle(tx, ctx, { place, dryRun })), withoutEffectAt };
  });
}

/**
 * What somebody chose for one cluster, in a transaction that has locked the policies: its own defaults. Returns the
 * operation to follow; null where the cluster itself does not change: a choice of what holds anyway binds it all the
 * same, and has its entry like every other.
 */
export async function chooseForCluster(
  tx: Tx,
  ctx: ServiceContext,
  place: PolicyPlace & { level: 'cluster' },
  choices: Partial<Record<SettingKey, boolean | number>>,
): Promise<string | null> {
  for (const [setting, value] of Object.entries(choices) as [SettingKey, boolean | number][]) {
    await put(tx, ctx, { place, setting, value });
  }
  return (await settle(tx, ctx, { place, dryRun: false })).operationId;
}

/** What stands above decides again. */
export function removePolicy(
  ctx: ServiceContext,
  place: PolicyPlace,
  { setting, dryRun }: Pick<PolicyChange, 'setting' | 'dryRun'>,
): Promise<ChangedClusters> {
  return inTransaction(ctx, dryRun, async (tx) => {
    await lockPolicies(tx, place.level === 'cluster' ? 'shared' : 'exclusive');
    const before = await tx.policy.findFirst({ where: { ...placeColumns(place), setting } });
    // Whoever asks twice gets what they asked for.
    if (!before) return { count: 0, names: [], operationId: null, withoutEffectAt: [] };
    if (before.mode === 'enforced') requireMayEnforce(ctx, place);
    await tx.policy.delete({ where: { id: before.id } });
    await audit(tx, ctx, { place, action: 'policy.remove', setting, before });
    return settle(tx, ctx, { place, dryRun });
  });
}

/**
 * Whoever changes what holds for many keeps everybody else out; whoever changes one cluster, or registers one, only
 * those. So no cluster is settled by policies that have just changed.
 */
export async function lockPolicies(tx: Tx, mode: 'shared' | 'exclusive'): Promise<void> {
  const take = Prisma.raw(mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  await tx.$executeRaw`SELECT ${take}(hashtext('oriel.policies'))`;
}

interface Wish {
  readonly place: PolicyPlace;
  readonly setting: SettingKey;
  readonly value: boolean | number;
  /** As it is, unless given. */
  readonly mode?: PolicyMode;
}

/** Writes it down where it stores anything. Returns the seeds where it waits, because another value is enforced. */
async function put(tx: Tx, ctx: ServiceContext, wish: Wish): Promise<string[]> {
  const { place, setting, value } = wish;
  const waitsAt = requireEffect(setting, value, { level: place.level, above: await policiesAbove(tx, place) });
  const before = await tx.policy.findFirst({ where: { ...placeColumns(place), setting } });
  const mode = wish.mode ?? before?.mode ?? 'default';
  if (before?.mode === mode && before.value === value) return waitsAt;
  if (mode === 'enforced' || before?.mode === 'enforced') requireMayEnforce(ctx, place);
  if (before) await tx.policy.update({ where: { id: before.id }, data: { mode, value } });
  else await tx.policy.create({ data: { ...placeColumns(place), setting, mode, value } });
  await audit(tx, ctx, { place, action: 'policy.set', setting, before, after: { mode, value } });
  return waitsAt;
}

/** Enforcing at a cluster binds those who may only steer it, so it takes more than their right. */
function requireMayEnforce(ctx: ServiceContext, place: PolicyPlace): void {
  if (place.level !== 'cluster' || isAllowed(ctx.principal, 'project:manage', place.projectId)) return;
  const message = 'This setting of the cluster is enforced by an owner of the project. Ask one of them to change it.';
  throw new OrielError('forbidden', message);
}

async function settle(
  tx: Tx,
  ctx: ServiceContext,
  { place, dryRun }: { readonly place: PolicyPlace; readonly dryRun: boolean },
): Promise<ChangedClusters> {
  const changed = await resettle(tx, whereOf(place), { dryRun });
  const [only] = changed;
  const isFollowed = place.level === 'cluster' && !dryRun;
  const operationId = isFollowed && only ? await followSwitch(tx, ctx, place, only) : null;
  const names = changed.map(({ name }) => name).sort();
  return { count: changed.length, names: names.slice(0, 20), operationId, withoutEffectAt: [] };
}

type Changed = Awaited<ReturnType<typeof resettle>>[number];

/** A switch of one cluster is something people follow; a change of many shows in their conditions. */
async function followSwitch(tx: Tx, ctx: ServiceContext, place: PolicyPlace, cluster: Changed): Promise<string | null> {
  const { before, after } = cluster;
  const isSwitch = (['monitoring.enabled', 'logging.enabled'] as const).some((key) => before[key] !== after[key]);
  if (!isSwitch || place.level !== 'cluster') return null;
  const request = { monitoring: after['monitoring.enabled'], logging: after['logging.enabled'] };
  return requestOperation(tx, {
    kind: request.monitoring || request.logging ? 'apply' : 'remove',
    cluster: { id: cluster.id, name: cluster.name, projectId: place.projectId },
    requestedById: ctx.principal.userId,
    request,
  });
}

function whereOf(place: PolicyPlace): Prisma.ClusterWhereInput {
  if (place.level === 'platform') return {};
  if (place.level === 'seed') return { seedId: place.seedId };
  return place.level === 'project' ? { projectId: place.projectId } : { id: place.clusterId };
}

interface Recorded {
  readonly place: PolicyPlace;
  readonly action: string;
  readonly setting: SettingKey;
  readonly before: { readonly mode: PolicyMode; readonly value: Prisma.JsonValue } | null;
  readonly after?: { readonly mode: PolicyMode; readonly value: boolean | number };
}

async function audit(tx: Tx, ctx: ServiceContext, { place, action, setting, before, after }: Recorded): Promise<void> {
  await appendAudit(tx, {
    actor: ctx.actor,
    action,
    projectId: 'projectId' in place ? place.projectId : undefined,
    targetType: place.level,
    targetId: targetOf(place),
    before: before ? { setting, mode: before.mode, value: before.value } : undefined,
    after: after && { setting, ...after },
  });
}

function targetOf(place: PolicyPlace): string {
  if (place.level === 'platform') return 'platform';
  if (place.level === 'seed') return place.seedId;
  return place.level === 'project' ? place.projectId : place.clusterId;
}

class DryRun extends Error {
  readonly result: ChangedClusters;
  constructor(result: ChangedClusters) {
    super('dry run');
    this.result = result;
  }
}

/** A dry run judges and works out all that the change would, and takes the policy back; no cluster is written. */
async function inTransaction(
  { db }: ServiceContext,
  dryRun: boolean,
  work: (tx: Tx) => Promise<ChangedClusters>,
): Promise<ChangedClusters> {
  const options = { timeout: 60_000, maxWait: 10_000 };
  try {
    return await db.$transaction(async (tx) => {
      const result = await work(tx);
      if (dryRun) throw new DryRun(result);
      return result;
    }, options);
  } catch (error) {
    if (error instanceof DryRun) return error.result;
    throw error;
  }
}
