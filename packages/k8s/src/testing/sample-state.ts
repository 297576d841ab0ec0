import type { DesiredState } from '@oriel/domain/desired-state';
import { createAuthority, issueAgent } from '@oriel/ingest/certificates';
import { desiredObjects } from '../manifests/desired-objects.ts';
import type { KubernetesObject } from '../objects.ts';

const authority = await createAuthority('Oriel seed under test');

/** What the manifests of one cluster are for these switches, with a real certificate. */
export async function sampleObjects(
  clusterId: string,
  switches: Partial<Pick<DesiredState, 'monitoring' | 'logging'>> = {},
): Promise<KubernetesObject[]> {
  return desiredObjects({
    desired: {
      clusterId,
      clusterName: 'itest',
      projectSlug: 'shop',
      region: 'eu',
      monitoring: true,
      logging: true,
      keepDebug: false,
      keepDebugUntil: null,
      scrapeIntervalSeconds: 60,
      agentMemoryMiB: { logs: 512, metrics: 1024 },
      ingest: { url: 'https://10.0.0.9:3008', caPem: authority.certPem },
      ...switches,
    },
    certificate: await issueAgent(authority, clusterId),
    bootstrapTexts: { logs: 'logging {}', metrics: 'logging {}' },
    apiServerPort: 6443,
  });
}
