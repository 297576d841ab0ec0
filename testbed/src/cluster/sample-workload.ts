import { fileURLToPath } from 'node:url';
import { importImages } from '../images/import-images.ts';
import { kubectl } from './kubectl.ts';
import type { Reporting } from './report-parts.ts';
import type { RunningCluster } from './types.ts';

const manifests = fileURLToPath(new URL('../../workload/manifests', import.meta.url));

/**
 * Three talkative pods in the namespaces `shop` and `payments`. Returns when they run: the first
 * lines are then on disk.
 */
export async function applySampleWorkload(cluster: RunningCluster, reporting: Reporting = {}): Promise<void> {
  await importImages(cluster, ['sample-workload'], reporting);
  await kubectl(cluster, ['apply', '--server-side', '--force-conflicts', '--filename', manifests]);
  const wait = ['rollout', 'status', 'deployment', '--timeout=180s'];
  await Promise.all(['shop', 'payments'].map((namespace) => kubectl(cluster, [...wait, `--namespace=${namespace}`])));
  reporting.onProgress?.(`${cluster.name}: the sample workload runs in the namespaces shop and payments`);
}
