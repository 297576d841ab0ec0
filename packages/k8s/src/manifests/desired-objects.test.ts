import { agentNamespace, type DesiredState } from '@oriel/domain/desired-state';
import { describe, expect, test } from 'vitest';
import { labels } from '../labels.ts';
import { type KubernetesObject, keyOf, ownedKinds } from '../objects.ts';
import { desiredObjects } from './desired-objects.ts';

const state: DesiredState = {
  clusterId: '0b1d7a52-54a1-4a4c-8d34-0ad7a3a0e6a1',
  clusterName: 'berlin',
  projectSlug: 'shop',
  region: 'eu',
  monitoring: true,
  logging: true,
  keepDebug: false,
  keepDebugUntil: null,
  scrapeIntervalSeconds: 60,
  agentMemoryMiB: { logs: 512, metrics: 1024 },
  ingest: { url: 'https://10.0.0.9:3008', caPem: 'CA' },
};
const render = (change: Partial<DesiredState> = {}) =>
  desiredObjects({
    desired: { ...state, ...change },
    certificate: { certPem: 'CERT', keyPem: 'KEY' },
    bootstrapTexts: { logs: 'logs {}', metrics: 'metrics {}' },
    apiServerPort: 6443,
  });
const titles = (objects: KubernetesObject[]) => objects.map(keyOf);

interface PodTemplate {
  readonly automountServiceAccountToken: boolean;
  readonly hostNetwork?: boolean;
  readonly securityContext: { runAsNonRoot?: boolean; runAsUser: number };
  readonly tolerations?: unknown[];
  readonly containers: readonly {
    readonly securityContext: { capabilities: { drop: string[] }; readOnlyRootFilesystem: boolean };
    readonly resources: { requests: unknown; limits: unknown };
    readonly volumeMounts?: readonly { name: string; readOnly?: boolean }[];
  }[];
  readonly volumes?: readonly { name: string; hostPath?: { path: string } }[];
}
const podOf = (object: KubernetesObject) => (object.spec as { template: { spec: PodTemplate } }).template.spec;
const pods = render().filter(({ kind }) => kind === 'DaemonSet' || kind === 'Deployment');

test('both off is nothing at all', () => {
  expect(render({ monitoring: false, logging: false })).toEqual([]);
});

test('each part stands alone', () => {
  const logging = titles(render({ monitoring: false }));
  const monitoring = titles(render({ logging: false }));
  expect(logging).toContain('DaemonSet/oriel-agent/oriel-agent-logs');
  expect(logging.join()).not.toMatch(/metrics|exporter|ClusterRole/);
  expect(monitoring.join()).not.toContain('oriel-agent-logs');
  expect(monitoring).toContain('Deployment/oriel-agent/oriel-agent-metrics');
});

test('every object is of an owned kind, labelled, unique and in our namespace', () => {
  const objects = render();
  expect(new Set(titles(objects)).size).toBe(objects.length);
  for (const object of objects) {
    const kind = ownedKinds.find((candidate) => candidate.kind === object.kind);
    expect(kind?.apiVersion).toBe(object.apiVersion);
    expect(object.metadata.namespace).toBe(kind?.namespaced === true ? agentNamespace : undefined);
    expect(object.metadata.labels).toMatchObject({ [labels.managedBy]: 'oriel', [labels.cluster]: state.clusterId });
  }
});

describe('rights', () => {
  test('no wildcard, nothing but reading, no secret', () => {
    const roles = render().filter(({ kind }) => kind === 'ClusterRole');
    expect(roles).toHaveLength(2);
    const text = JSON.stringify(roles);
    expect(text).not.toMatch(/\*|secrets|create|update|patch|delete|escalate|impersonate|exec|proxy/);
  });

  test('the logs agent and the exporter have no access to the API server', () => {
    for (const name of ['oriel-agent-logs', 'oriel-node-exporter']) {
      const found = pods.find(({ metadata }) => metadata.name === name) as KubernetesObject;
      expect(podOf(found).automountServiceAccountToken).toBe(false);
    }
  });
});

describe('pods', () => {
  test.each(pods.map((object) => [object.metadata.name, podOf(object)] as const))('%s', (name, pod) => {
    expect(pod.hostNetwork).toBeUndefined();
    expect(pod.securityContext).toMatchObject({ seccompProfile: { type: 'RuntimeDefault' } });
    if (name !== 'oriel-agent-logs')
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 65534 });
    for (const container of pod.containers) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.resources).toMatchObject({ requests: expect.anything(), limits: expect.anything() });
    }
  });

  test('the host is mounted read-only, but for the folder of the log positions', () => {
    for (const pod of pods.map(podOf)) {
      for (const volume of (pod.volumes ?? []).filter(({ hostPath }) => hostPath !== undefined)) {
        const mount = pod.containers[0]?.volumeMounts?.find(({ name }) => name === volume.name);
        expect(mount?.readOnly === true || volume.hostPath?.path === '/var/lib/oriel-agent/logs').toBe(true);
      }
    }
  });

  test('the metrics agent has no host path at all, as "restricted" demands', () => {
    const found = pods.find(({ metadata }) => metadata.name === 'oriel-agent-metrics') as KubernetesObject;
    expect(JSON.stringify(podOf(found).volumes)).not.toContain('hostPath');
  });

  test('one per node means every node', () => {
    for (const object of pods.filter(({ kind }) => kind === 'DaemonSet')) {
      expect(podOf(object).tolerations).toEqual([{ operator: 'Exists' }]);
    }
  });

  test('a renewed certificate rolls nothing; a new bootstrap rolls its agent', () => {
    const renewed = desiredObjects({
      desired: state,
      certificate: { certPem: 'NEW', keyPem: 'NEW' },
      bootstrapTexts: { logs: 'logs {}', metrics: 'changed {}' },
      apiServerPort: 6443,
    });
    const changed = renewed.filter((object, index) => JSON.stringify(object) !== JSON.stringify(render()[index]));
    expect(changed.map(({ metadata }) => metadata.name).sort()).toEqual([
      'oriel-agent-bootstrap',
      'oriel-agent-credential',
      'oriel-agent-metrics',
    ]);
  });
});

test('nothing enters or leaves but what the agents need', () => {
  const policies = render().filter(({ kind }) => kind === 'NetworkPolicy');
  const deny = policies.find(({ metadata }) => metadata.name === 'oriel-default-deny');
  expect(deny?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  const outbound = policies.find(({ metadata }) => metadata.name === 'oriel-outbound');
  expect(JSON.stringify(outbound?.spec)).toContain('{"protocol":"TCP","port":3008}');
});
