import { agentNamespace } from '@oriel/domain/desired-state';
import type { ApiServer } from './api-server.ts';
import { ClusterError } from './cluster-error.ts';
import { labels, managedByValue } from './labels.ts';
import type { KubernetesObject } from './objects.ts';
import { ownerOf, readObject } from './observe.ts';

/** A cluster as far as it can be told from others without its former kubeconfig, which may no longer work. */
export interface RegisteredCluster {
  readonly clusterId: string;
  /** When the newest of its agents last called for its configuration. */
  readonly agentsHeardAt: Date | undefined;
}

/** Agents that were heard within this time run in Oriel's namespace; they call every 10 s, noted once a minute. */
const agentsRunForMs = 5 * 60_000;

/** Oriel's namespace in a cluster: it bears the id of the registration that put it there. */
export function readAgentNamespace(api: ApiServer, signal?: AbortSignal): Promise<KubernetesObject | undefined> {
  return readObject(api, { kind: 'Namespace', metadata: { name: agentNamespace } }, signal);
}

/** Two installations of Oriel in one cluster would undo each other's work. */
export function requireUnowned(namespace: KubernetesObject | undefined, clusterId?: string): string {
  if (namespace === undefined) return 'Oriel is not in this cluster yet.';
  const owner = ownerOf(namespace);
  if (owner !== undefined && owner === clusterId) return 'What is there belongs to this registration.';
  requireOriels(namespace);
  throw new ClusterError('conflict', {
    reason: 'OwnedByOthers',
    what: `The cluster is registered already, here or in another Oriel (registration ${owner ?? 'unknown'}).`,
    fix: `Delete that registration first. If it no longer exists, run "kubectl delete namespace ${agentNamespace}".`,
    status: 409,
  });
}

/**
 * A kubeconfig that replaces another must lead to the cluster that is registered: its agents go on sending under its
 * name. Where Oriel's namespace is missing, agents that were just heard tell that they run somewhere else.
 */
export function requireSameCluster(
  namespace: KubernetesObject | undefined,
  { clusterId, agentsHeardAt }: RegisteredCluster,
  now = new Date(),
): string {
  if (namespace === undefined) {
    const silentMs = agentsHeardAt === undefined ? Number.POSITIVE_INFINITY : now.getTime() - agentsHeardAt.getTime();
    if (silentMs >= agentsRunForMs) return 'Nothing of Oriel is there; what is switched on is installed again.';
    throw otherCluster(
      'Agents of the registered cluster report to Oriel, and nothing of Oriel is where this kubeconfig leads: it is another cluster.',
      'If somebody has just removed Oriel from it, try again five minutes after its agents have ended.',
    );
  }
  const owner = ownerOf(namespace);
  if (owner === clusterId) return 'What is there belongs to this registration.';
  requireOriels(namespace);
  throw otherCluster(
    `This kubeconfig leads to another cluster: what Oriel installed there belongs to registration ${owner ?? 'unknown'}.`,
    `If it is the same cluster and that registration no longer exists, run "kubectl delete namespace ${agentNamespace}".`,
  );
}

function otherCluster(what: string, exception: string): ClusterError {
  return new ClusterError('conflict', {
    reason: 'OtherCluster',
    what,
    fix: `Paste a kubeconfig of the cluster that is registered here. ${exception}`,
    status: 409,
  });
}

function requireOriels(namespace: KubernetesObject): void {
  if (namespace.metadata.labels?.[labels.managedBy] === managedByValue) return;
  throw new ClusterError('conflict', {
    reason: 'OwnedByOthers',
    what: `The cluster has a namespace "${agentNamespace}" that does not belong to Oriel.`,
    fix: 'Rename or delete that namespace first.',
    status: 409,
  });
}
