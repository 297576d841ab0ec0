import { titleOf } from '@oriel/k8s/objects';
import { describePlan } from '@oriel/k8s/plan';
import { applyChanges, removeLeftovers } from '../apply.ts';
import { refuseBlocked } from '../blocked.ts';
import type { ClusterRun } from '../cluster-run.ts';
import { done, notYet, type Step } from './step.ts';

/** Nodes keep it: removing it would take a pod with more rights on every node. */
const nodeFolder = '/var/lib/oriel-agent';

export const plan: Step = {
  patienceMs: 5 * 60_000,
  againMs: 2_000,
  async run(run, log) {
    run.lookAgain();
    const found = await run.plan();
    refuseBlocked(found);
    if (found.leaving.length > 0) return notYet(`Waiting until what was there before is gone: ${found.leaving[0]}.`);
    for (const { action, object, summary } of found.changes) {
      if (action !== 'unchanged') await log([`${action} ${titleOf(object)}`, ...summary].join('\n  '));
    }
    return done(`${describePlan(found)}.`);
  },
};

export const apply: Step = {
  patienceMs: 2 * 60_000,
  againMs: 1_000,
  async run(run, log) {
    const { ctx, cluster, signal, takeOver } = run;
    const found = await run.plan();
    refuseBlocked(found);
    const written = await applyChanges(await run.api(), found, {
      takeOver,
      signal,
      onApplied: ({ action, object }) => log(`${action === 'create' ? 'created' : 'updated'} ${titleOf(object)}`),
    });
    run.lookAgain();
    await ctx.db.cluster.update({ where: { id: cluster.id }, data: { appliedHash: await run.desiredHash() } });
    return done(written === 0 ? 'Everything was as desired.' : `${written} objects applied.`);
  },
};

export const prune: Step = {
  patienceMs: 5 * 60_000,
  againMs: 1_000,
  async run(run, log) {
    const { signal } = run;
    run.lookAgain();
    const found = await run.plan();
    await removeLeftovers(await run.api(), found, { signal, onRemoved: (title) => log(`removing ${title}`) });
    run.lookAgain();
    const left = (await run.plan()).changes.filter(({ action }) => action === 'delete');
    const [first] = left;
    if (first !== undefined) {
      const finalizers = first.object.metadata.finalizers?.join(', ');
      const why = finalizers === undefined ? '' : ` (held by ${finalizers})`;
      return notYet(`Waiting for ${left.length} objects to go, ${titleOf(first.object)} among them${why}.`);
    }
    await forgetCollectors(run);
    if (run.wantsAnything) return done('Nothing is left over.');
    return done(
      `Nothing of Oriel is left in the cluster. On its nodes the folder ${nodeFolder} remains: how far logs were read.`,
    );
  },
};

/** Agents that were removed without a goodbye. */
async function forgetCollectors({ ctx, cluster, desired }: ClusterRun): Promise<void> {
  const off = [...(desired.logging ? [] : ['logs']), ...(desired.monitoring ? [] : ['metrics'])];
  await ctx.db.collector.deleteMany({ where: { clusterId: cluster.id, role: { in: off } } });
}
