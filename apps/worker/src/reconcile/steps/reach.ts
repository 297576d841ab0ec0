import { OrielError } from '@oriel/domain/errors';
import { preflight } from '@oriel/k8s/preflight';
import { reachedNow } from '../reachability.ts';
import { done, type Step } from './step.ts';

export const reach: Step = {
  patienceMs: 60_000,
  againMs: 1_000,
  async run(run) {
    const { version, nodeCount, latencyMs } = await reachedNow(run);
    const nodes = nodeCount === 1 ? '1 node' : `${nodeCount} nodes`;
    return done(`${run.cluster.apiServer} answered after ${latencyMs} ms: Kubernetes ${version}, ${nodes}.`);
  },
};

export const preflightStep: Step = {
  patienceMs: 60_000,
  againMs: 1_000,
  async run({ ctx, cluster, signal, takeOver }, log) {
    const access = await ctx.clients.accessOf(cluster);
    const report = await preflight({ access, policy: ctx.clients.policy, clusterId: cluster.id, signal });
    for (const { message } of report.findings) await log(message);
    // A person may have chosen to take over what another registration left there.
    const failed = report.findings.find(({ check, state }) => state === 'failed' && !(takeOver && check === 'unowned'));
    if (failed !== undefined) throw new OrielError('conflict', `${failed.message} ${failed.fix}`.trim());
    return done('Connection, TLS, credential, version and rights are as they should be.');
  },
};
