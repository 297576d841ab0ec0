import { OrielError } from '@oriel/domain/errors';
import { titleOf } from '@oriel/k8s/objects';
import { type Blocker, describePlan } from '@oriel/k8s/plan';
import { applyChanges, removeLeftovers } from '../apply.ts';
import { done, notYet, type Step } from './step.ts';

/** Nodes keep it: removing it would take a pod with more rights on every node. */
const nodeFolder = '/var/lib/oriel-agent';

export const plan: Step = {
  patienceMs: 5 * 60_000,
  againMs: 2_000,
  async run(run, log) {
    run.lookAgain();
    const found = await run.plan();
    const [blocker] = found.blockers;
    if (blocker !== undefined) throw blocked(blocker, found.blockers.length);
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
    const [blocker] = found.blockers;
    if (blocker !== undefined) throw blocked(blocker, found.blockers.length);
    const written = await applyChanges(run.api, found, {
      takeOver,
      signal,
      onApplied: ({ action, object }) => log(`${action === 'create' ? 'created' : 'updated'} ${titleOf(object)}`),
    });
    run.lookAgain();
    await ctx.db.cluster.update({ where: { id: cluster.id }, data: { appliedHash: run.desiredHash() } });
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
    await removeLeftovers(run.api, found, { signal, onRemoved: (title) => log(`removing ${title}`) });
    run.lookAgain();
    const left = (await run.plan()).changes.filter(({ action }) => action === 'delete');
    const [first] = left;
    if (first !== undefined) {
      const finalizers = first.object.metadata.finalizers?.join(', ');
      const why = finalizers === undefined ? '' : ` (held by ${finalizers})`;
      return notYet(`Waiting for ${left.length} objects to go, ${titleOf(first.object)} among them${why}.`);
    }
    if (run.wantsAnything) return done('Nothing is left over.');
    return done(
      `Nothing of Oriel is left in the cluster. On its nodes the folder ${nodeFolder} remains: how far logs were read.`,
    );
  },
};

function blocked({ object, owner }: Blocker, count: number): OrielError {
  const more = count > 1 ? ` and ${count - 1} more` : '';
  return new OrielError(
    'conflict',
    owner === undefined
      ? `${object}${more} in the cluster does not belong to Oriel. Nothing was changed. Rename or remove it, or apply again and choose to take over.`
      : `${object}${more} in the cluster belongs to another registration (${owner}). Nothing was changed. Delete that registration first, or apply again and choose to take over.`,
  );
}
