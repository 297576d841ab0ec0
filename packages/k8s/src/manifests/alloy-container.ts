import type { AgentRole } from '@oriel/domain/desired-state';
import { names, ports } from '../labels.ts';
import { bootstrapFile } from './bootstrap.ts';
import { images } from './common.ts';
import { credentialFolder } from './credential.ts';

export const storageFolder = '/var/lib/alloy';
const configFolder = '/etc/oriel/config';

export interface Footprint {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly cpu: string; readonly memory: string };
  /** Four fifths of the memory limit: Go's collector works harder before the limit is near, instead of being killed at it. */
  readonly softLimit: string;
}

const cpu = { logs: { request: '20m', limit: '500m' }, metrics: { request: '30m', limit: '1' } } as const;
const memoryRequestMiB = { logs: 96, metrics: 160 } as const;

/**
 * Quantities in the form in which Kubernetes writes them back. Most of what Alloy shows beyond its heap are pages of its
 * binary, which the kernel can take back.
 */
export function footprint(role: AgentRole, memoryMiB: number): Footprint {
  return {
    requests: { cpu: cpu[role].request, memory: `${Math.min(memoryRequestMiB[role], memoryMiB)}Mi` },
    limits: { cpu: cpu[role].limit, memory: memoryMiB % 1024 === 0 ? `${memoryMiB / 1024}Gi` : `${memoryMiB}Mi` },
    softLimit: `${Math.round(memoryMiB * 0.8)}MiB`,
  };
}

/** What both agents share; the caller adds mounts and the security context. */
export function alloyContainer(role: AgentRole, memoryMiB: number) {
  const { requests, limits, softLimit } = footprint(role, memoryMiB);
  return {
    name: 'alloy',
    image: images.alloy,
    imagePullPolicy: 'IfNotPresent',
    args: [
      'run',
      `${configFolder}/${bootstrapFile(role)}`,
      `--storage.path=${storageFolder}`,
      `--server.http.listen-addr=0.0.0.0:${ports.agent}`,
      '--disable-reporting',
    ],
    env: [
      { name: 'NODE_NAME', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'spec.nodeName' } } },
      { name: 'GOMEMLIMIT', value: softLimit },
    ],
    ports: [{ name: 'http', containerPort: ports.agent, protocol: 'TCP' }],
    readinessProbe: {
      httpGet: { path: '/-/ready', port: 'http', scheme: 'HTTP' },
      initialDelaySeconds: 2,
      periodSeconds: 5,
      timeoutSeconds: 2,
    },
    resources: { requests, limits },
    volumeMounts: [
      { name: 'config', mountPath: configFolder, readOnly: true },
      { name: 'credential', mountPath: credentialFolder, readOnly: true },
      { name: 'storage', mountPath: storageFolder },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

/** Volumes of both agents except `storage`. */
export function alloyVolumes(credentialMode: number) {
  return [
    { name: 'config', configMap: { name: names.bootstrap, defaultMode: 0o444 } },
    { name: 'credential', secret: { secretName: names.credential, defaultMode: credentialMode } },
    { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
  ];
}
