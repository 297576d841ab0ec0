import { fileURLToPath } from 'node:url';
import { importImages } from '../../images/import-images.ts';
import { kubectl } from '../kubectl.ts';
import type { Reporting } from '../report-parts.ts';
import type { RunningCluster } from '../types.ts';

export const dnsManifest: string = fileURLToPath(new URL('coredns.yaml', import.meta.url));

/**
 * CoreDNS as a Deployment. Not part of a cluster's start: nothing of Oriel needs a name, and its
 * binary is built late. Without it lookups in pods time out.
 */
export async function startDns(cluster: RunningCluster, reporting: Reporting = {}): Promise<void> {
  await importImages(cluster, ['coredns'], reporting);
  await kubectl(cluster, ['apply', '--server-side', '--force-conflicts', '--filename', dnsManifest]);
}
