import type { ConditionInput } from '@oriel/domain/conditions';
import { titleOf } from '@oriel/k8s/objects';
import { glance } from '@oriel/k8s/observe';
import type { PlannedChange } from '@oriel/k8s/plan';
import { ensureCredential, needsCredential } from '../ingest/credential.ts';
import { publishSeed } from '../ingest/publish.ts';
import { agentsReady } from './agents-condition.ts';
import { applyChanges, removeLeftovers } from './apply.ts';
import { refuseBlocked, refuseLeaving } from './blocked.ts';
import type { ClusterRun } from './cluster-run.ts';
import { reachable, reachedNow } from './reachability.ts';
import { reportConditions } from './report-status.ts';

const inventoryEveryMs = 10 * 60_000;

/**
 * The silent look between operations. Nothing moved since the last complete comparison: a few small lists and no
 * write. Otherwise: compare everything, put right what was changed, remove what is left over. Throws where the cluster
 * cannot be asked or refuses.
 */
export async function checkDrift(run: ClusterRun): Promise<void> {
  const { ctx, cluster, signal } = run;
  if (ctx.driftMemory.inventoryIsDue(cluster.id, Date.now(), inventoryEveryMs)) await reachedNow(run);
  if (run.wantsAnything && needsCredential(cluster)) await renewCredential(run);
  const api = await run.api();
  const seen = await glance(api, signal);
  const desiredHash = await run.desiredHash();
  const isUnchanged = ctx.driftMemory.isUnchanged(cluster.id, { desiredHash, fingerprint: seen.fingerprint });
  const corrected = isUnchanged ? [] : await putRight(run);
  if (!isUnchanged) {
    const { fingerprint } = corrected.length === 0 ? seen : await glance(api, signal);
    ctx.driftMemory.remember(cluster.id, { desiredHash, fingerprint });
  }
  await ctx.db.cluster.update({
    where: { id: cluster.id },
    data: { lastReachedAt: new Date(), latencyMs: seen.latencyMs, failures: 0, retryAt: null },
  });
  const inSync = corrected.length === 0 && isUnchanged ? undefined : describe(corrected);
  const known = cluster.conditions.find(({ type }) => type === 'InSync');
  await reportConditions(ctx.db, cluster, [
    reachable(cluster.kubernetesVersion),
    agentsReady(run.desired, seen.workloads),
    inSync ??
      (known?.status === 'True' ? { ...describe([]), reason: known.reason, message: known.message } : describe([])),
  ]);
}

interface Correction {
  readonly sentence: string;
  /** False where Oriel itself brought something new, like a renewed certificate. */
  readonly wasDrift: boolean;
}

async function putRight(run: ClusterRun): Promise<Correction[]> {
  const { ctx, cluster, signal } = run;
  const corrected: Correction[] = [];
  const plan = await run.plan();
  refuseBlocked(plan);
  refuseLeaving(plan);
  const note = ({ action, object, summary, drift }: PlannedChange) => {
    const what = action === 'create' ? 'was missing' : (summary[0] ?? 'was changed');
    corrected.push({ sentence: `${titleOf(object)} (${what})`, wasDrift: drift || action === 'create' });
  };
  const api = await run.api();
  await applyChanges(api, plan, { takeOver: false, signal, onApplied: note });
  await removeLeftovers(api, plan, {
    signal,
    onRemoved: (title) => void corrected.push({ sentence: `${title} (left over)`, wasDrift: true }),
  });
  if (corrected.length > 0) {
    ctx.log.info({ cluster: cluster.name, objects: corrected.length }, 'cluster brought back to its desired state');
    await ctx.db.cluster.update({ where: { id: cluster.id }, data: { appliedHash: await run.desiredHash() } });
  }
  return corrected;
}

function describe(corrected: readonly Correction[]): ConditionInput {
  const base = { type: 'InSync', status: 'True' } as const;
  if (corrected.length === 0) return { ...base, reason: 'AsDesired', message: 'The cluster holds what it should.' };
  const [reason, verb] = corrected.some(({ wasDrift }) => wasDrift)
    ? ['PutRight', 'Put right']
    : ['Updated', 'Updated'];
  const more = corrected.length > 3 ? ` and ${corrected.length - 3} more` : '';
  const at = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const listed = corrected.slice(0, 3).map(({ sentence }) => sentence);
  return { ...base, reason, message: `${verb} at ${at} UTC: ${listed.join('; ')}${more}.` };
}

/** Agents read the new certificate from their mounted Secret; the one before stays good until it expires. */
async function renewCredential(run: ClusterRun): Promise<void> {
  const { credential } = await ensureCredential(run.ctx, run.cluster);
  run.credential = credential;
  await publishSeed(run.ctx, run.cluster.seedId);
  run.ctx.log.info({ cluster: run.cluster.name, serial: credential.serial }, 'certificate renewed');
}
