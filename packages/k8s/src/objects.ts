import { createHash } from 'node:crypto';
import { annotations } from './labels.ts';

export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly deletionTimestamp?: string;
  readonly finalizers?: readonly string[];
}

/** Any object of the Kubernetes API. What lies beyond `metadata` is read with care, field by field. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly [field: string]: unknown;
}

export interface OwnedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

/**
 * The only kinds Oriel ever writes or removes, in the order in which they are applied. Removal goes the other way
 * round, so that workloads end before what they live on.
 */
export const ownedKinds = [
  { apiVersion: 'v1', kind: 'Namespace', plural: 'namespaces', namespaced: false },
  { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', plural: 'priorityclasses', namespaced: false },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', plural: 'clusterroles', namespaced: false },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    plural: 'clusterrolebindings',
    namespaced: false,
  },
  { apiVersion: 'v1', kind: 'ServiceAccount', plural: 'serviceaccounts', namespaced: true },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', plural: 'networkpolicies', namespaced: true },
  { apiVersion: 'v1', kind: 'Secret', plural: 'secrets', namespaced: true },
  { apiVersion: 'v1', kind: 'ConfigMap', plural: 'configmaps', namespaced: true },
  { apiVersion: 'apps/v1', kind: 'DaemonSet', plural: 'daemonsets', namespaced: true },
  { apiVersion: 'apps/v1', kind: 'Deployment', plural: 'deployments', namespaced: true },
] as const satisfies readonly OwnedKind[];

export type OwnedKindName = (typeof ownedKinds)[number]['kind'];

export function kindOf(kind: string): OwnedKind {
  const found = ownedKinds.find((candidate) => candidate.kind === kind);
  if (found === undefined) throw new TypeError(`Oriel does not manage objects of kind ${kind}.`);
  return found;
}

/** `DaemonSet/oriel-agent/oriel-agent-logs`: unique among what Oriel owns. */
export function keyOf(object: Pick<KubernetesObject, 'kind' | 'metadata'>): string {
  return [object.kind, object.metadata.namespace ?? '-', object.metadata.name].join('/');
}

/** `DaemonSet oriel-agent-logs`, for people. */
export function titleOf(object: Pick<KubernetesObject, 'kind' | 'metadata'>): string {
  return `${object.kind} ${object.metadata.name}`;
}

export function collectionPath(kind: OwnedKind, namespace: string | undefined): string {
  const root = kind.apiVersion === 'v1' ? '/api/v1' : `/apis/${kind.apiVersion}`;
  return kind.namespaced ? `${root}/namespaces/${namespace}/${kind.plural}` : `${root}/${kind.plural}`;
}

export function objectPath(object: Pick<KubernetesObject, 'kind' | 'metadata'>): string {
  return `${collectionPath(kindOf(object.kind), object.metadata.namespace)}/${object.metadata.name}`;
}

/** SHA-256 (hex) of an object or a list of objects, independent of the order of keys. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(value)))
    .digest('hex');
}

/** Notes in the object what it looked like when it was applied. */
export function withDesiredHash(object: KubernetesObject): KubernetesObject {
  const hash = hashOf(object);
  const { metadata } = object;
  return {
    ...object,
    metadata: { ...metadata, annotations: { ...metadata.annotations, [annotations.desiredHash]: hash } },
  };
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, child]) => [key, sortKeys(child)]),
  );
}
