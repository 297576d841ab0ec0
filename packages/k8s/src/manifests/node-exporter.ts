import { components, names, ports } from '../labels.ts';
import type { KubernetesObject } from '../objects.ts';
import {
  everyNode,
  images,
  namespacedMeta,
  podLabels,
  priority,
  restrictedContainer,
  restrictedPod,
  rollingTenth,
} from './common.ts';

/**
 * The node's figures. It stays in the pod network: a host port would lie open on every node, escape network policies
 * and collide with an exporter that is there already. The node's traffic comes from cAdvisor's root group instead.
 */
export function nodeExporter(clusterId: string): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: namespacedMeta(clusterId, names.nodeExporter, components.nodeExporter),
    spec: {
      selector: { matchLabels: podLabels(components.nodeExporter) },
      updateStrategy: rollingTenth,
      template: {
        metadata: { labels: podLabels(components.nodeExporter) },
        spec: {
          ...everyNode,
          ...priority,
          serviceAccountName: names.nodeExporter,
          automountServiceAccountToken: false,
          securityContext: restrictedPod,
          containers: [
            {
              name: 'node-exporter',
              image: images.nodeExporter,
              imagePullPolicy: 'IfNotPresent',
              args: [
                `--web.listen-address=:${ports.nodeExporter}`,
                '--path.procfs=/host/proc',
                '--path.sysfs=/host/sys',
                '--path.rootfs=/host/root',
                '--no-collector.netdev',
                '--no-collector.netstat',
                '--no-collector.netclass',
                '--no-collector.wifi',
                '--no-collector.arp',
                '--no-collector.sockstat',
                '--collector.filesystem.mount-points-exclude=^/(dev|proc|run|sys|var/lib/(containerd|docker|kubelet|containers)/.+)($|/)',
              ],
              ports: [{ name: 'http', containerPort: ports.nodeExporter, protocol: 'TCP' }],
              readinessProbe: { httpGet: { path: '/', port: 'http', scheme: 'HTTP' }, periodSeconds: 10 },
              resources: { requests: { cpu: '10m', memory: '24Mi' }, limits: { cpu: '250m', memory: '128Mi' } },
              securityContext: restrictedContainer,
              volumeMounts: [
                { name: 'proc', mountPath: '/host/proc', readOnly: true },
                { name: 'sys', mountPath: '/host/sys', readOnly: true },
                { name: 'root', mountPath: '/host/root', readOnly: true },
              ],
            },
          ],
          volumes: [
            { name: 'proc', hostPath: { path: '/proc', type: '' } },
            { name: 'sys', hostPath: { path: '/sys', type: '' } },
            { name: 'root', hostPath: { path: '/', type: '' } },
          ],
        },
      },
    },
  };
}
