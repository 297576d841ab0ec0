import { hashOf, renderPipeline } from '@oriel/agent-config/render';
import { type AgentRole, versions } from '@oriel/domain/desired-state';
import { OrielError } from '@oriel/domain/errors';
import { names } from '@oriel/k8s/labels';
import { glance } from '@oriel/k8s/observe';
import { findPodTroubles } from '@oriel/k8s/pods';
import { describeReadiness, readinessOf } from '@oriel/k8s/readiness';
import { agentsReady } from '../agents-condition.ts';
import type { ClusterRun } from '../cluster-run.ts';
import { reportConditions } from '../report-status.ts';
import { done, notYet, type Step } from './step.ts';

export const agentsReadyStep: Step = {
  // Images may have to come over a slow line first.
  patienceMs: 10 * 60_000,
  againMs: 1_500,
  advice: `Look at the pods in the namespace oriel-agent: the nodes must be able to pull Alloy ${versions.alloy}.`,
  async run(run) {
    const api = await run.api();
    const { workloads } = await glance(api, run.signal);
    await reportConditions(run.ctx.db, run.cluster, [agentsReady(run.desired, workloads)]);
    const found = workloads.map(readinessOf);
    const text = describeReadiness(found);
    const logs = found.find(({ name }) => name === names.logs);
    if (logs?.settled === true && logs.wanted === 0) return notYet(`The cluster has no node to run on (${text}).`);
    if (found.length > 0 && found.every(({ settled }) => settled)) return done(`Ready: ${text}.`);
    const [trouble] = await findPodTroubles(api, run.signal);
    return notYet(`Ready so far: ${text}.${trouble === undefined ? '' : ` ${trouble}.`}`);
  },
};

/** Agents poll every 10 s; what they were given and whether they took it is what counts. */
export const configuration: Step = {
  patienceMs: 3 * 60_000,
  againMs: 1_000,
  advice:
    'Agents that run but do not ask usually cannot reach the ingest address: check firewalls and network policies between the nodes and the seed.',
  async run(run) {
    const roles = rolesOf(run);
    const collectors = await run.ctx.db.collector.findMany({
      where: { clusterId: run.cluster.id, lastSeenAt: { gt: new Date(Date.now() - 3 * 60_000) } },
    });
    const failed = collectors.find(({ status, role }) => status === 'FAILED' && roles.includes(role as AgentRole));
    if (failed !== undefined) {
      throw new OrielError(
        'conflict',
        `The agent on ${failed.node} refused its configuration: ${failed.statusMessage ?? 'it gave no reason'}. It goes on with the one before.`,
      );
    }
    const counts = roles.map((role) => {
      const hash = hashOf(renderPipeline(run.desired, role));
      const ours = collectors.filter((collector) => collector.role === role);
      const current = ours.filter(({ servedHash, status }) => servedHash === hash && status === 'APPLIED').length;
      return { role, current, known: ours.length };
    });
    const text = counts.map(({ role, current, known }) => `${role} ${current}/${known}`).join(', ');
    if (counts.every(({ current, known }) => known > 0 && current === known)) {
      return done(`All agents run the newest configuration (${text}).`);
    }
    return notYet(`Agents with the newest configuration: ${text}. They ask every 10 s.`);
  },
};

function rolesOf({ desired }: ClusterRun): AgentRole[] {
  return [...(desired.logging ? ['logs' as const] : []), ...(desired.monitoring ? ['metrics' as const] : [])];
}
