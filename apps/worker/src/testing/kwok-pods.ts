import type { TestCluster } from '@oriel/k8s/testing/test-cluster';

interface PodList {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
  }[];
}

/**
 * A machine under load makes kwok late with its nodes' heartbeats; Kubernetes then marks their pods as not ready, and
 * kwok, unlike a kubelet, never marks them ready again. Fresh pods are.
 */
export async function renewLatePods(cluster: TestCluster): Promise<void> {
  const path = '/api/v1/namespaces/oriel-agent/pods';
  const { items } = (await cluster.call('GET', path)) as PodList;
  const isLate = ({ status }: PodList['items'][number]) =>
    status?.conditions?.some(({ type, status: met }) => type === 'Ready' && met === 'False') === true;
  for (const { metadata } of items.filter(isLate))
    await cluster.call('DELETE', `${path}/${metadata.name}`).catch(() => undefined);
}
