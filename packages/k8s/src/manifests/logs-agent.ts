import type { DesiredState } from '@oriel/domain/desired-state';
import { annotations, components, names, ports } from '../labels.ts';
import { hashOf, type KubernetesObject } from '../objects.ts';
import { alloyContainer, alloyVolumes, storageFolder } from './alloy-container.ts';
import { everyNode, images, namespacedMeta, podLabels, priority, restrictedContainer, rollingTenth } from './common.ts';
import { startKeepingPositions } from './log-positions.ts';

/** Where an agent keeps on its node how far it has read, and its last configuration. */
export const nodeStorage = '/var/lib/oriel-agent/logs';

const busybox = '/tools/busybox';
const start = startKeepingPositions({ busybox, storage: storageFolder, port: ports.agent });

/** Brings the shell that the agent is started by; Alloy's image is not relied on for one. */
const tools = {
  name: 'tools',
  image: images.busybox,
  imagePullPolicy: 'IfNotPresent',
  command: ['cp', '/bin/busybox', busybox],
  resources: { requests: { cpu: '10m', memory: '8Mi' }, limits: { cpu: '100m', memory: '32Mi' } },
  securityContext: restrictedContainer,
  volumeMounts: [{ name: 'tools', mountPath: '/tools' }],
};

/**
 * One Alloy per node that reads the node's pod logs. It runs as root because the kubelet writes them for root only,
 * but without a single capability, with a read-only root, with the logs mounted read-only and with no access to the
 * API server: it learns all it needs from the files.
 */
export function logsAgent({ clusterId, agentMemoryMiB }: DesiredState, bootstrapText: string): KubernetesObject {
  const container = alloyContainer('logs', agentMemoryMiB.logs);
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: namespacedMeta(clusterId, names.logs, components.logs),
    spec: {
      selector: { matchLabels: podLabels(components.logs) },
      updateStrategy: rollingTenth,
      template: {
        metadata: {
          labels: podLabels(components.logs),
          annotations: { [annotations.bootstrapHash]: hashOf(bootstrapText) },
        },
        spec: {
          ...everyNode,
          ...priority,
          serviceAccountName: names.logs,
          automountServiceAccountToken: false,
          terminationGracePeriodSeconds: 30,
          securityContext: { runAsUser: 0, runAsGroup: 0, seccompProfile: { type: 'RuntimeDefault' } },
          initContainers: [tools],
          containers: [
            {
              ...container,
              // As the start script says: Alloy itself takes the shell's place.
              command: [busybox, 'sh', '-c', start, 'sh', '/bin/alloy'],
              securityContext: restrictedContainer,
              volumeMounts: [
                ...container.volumeMounts,
                { name: 'pod-logs', mountPath: '/var/log/pods', readOnly: true },
                { name: 'tools', mountPath: '/tools', readOnly: true },
              ],
            },
          ],
          volumes: [
            ...alloyVolumes(0o400),
            { name: 'tools', emptyDir: { sizeLimit: '8Mi' } },
            { name: 'pod-logs', hostPath: { path: '/var/log/pods', type: '' } },
            { name: 'storage', hostPath: { path: nodeStorage, type: 'DirectoryOrCreate' } },
          ],
        },
      },
    },
  };
}
