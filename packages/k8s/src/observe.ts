import { agentNamespace } from '@oriel/domain/desired-state';
import type { ApiServer } from './api-server.ts';
import { isNotFound } from './cluster-error.ts';
import { annotations, labels, ownedSelector } from './labels.ts';
import { listOwned } from './lists.ts';
import { readObjectAnswer } from './not-kubernetes.ts';
import {
  hashOf,
  type KubernetesObject,
  keyOf,
  type OwnedKindName,
  objectPath,
  ownedKinds,
  titleOf,
} from './objects.ts';

/** What is in the cluster: objects that carry Oriel's label, and strangers that stand where one of ours belongs. */
export interface Observed {
  readonly owned: ReadonlyMap<string, KubernetesObject>;
  readonly strangers: ReadonlyMap<string, KubernetesObject>;
}

/** Reads everything that bears Oriel's label, and looks whether the place of each missing object is free. */
export async function observe(
  api: ApiServer,
  desired: readonly KubernetesObject[],
  signal?: AbortSignal,
): Promise<Observed> {
  const owned = new Map<string, KubernetesObject>();
  const lists = await Promise.all(
    ownedKinds.map((kind) =>
      listOwned(api, { kind, namespace: agentNamespace, selector: ownedSelector, metadataOnly: false }, signal),
    ),
  );
  for (const object of lists.flat()) owned.set(keyOf(object), object);

  const strangers = new Map<string, KubernetesObject>();
  const missing = desired.filter((object) => !owned.has(keyOf(object)));
  for (const found of await Promise.all(missing.map((object) => readObject(api, object, signal)))) {
    if (found !== undefined) strangers.set(keyOf(found), found);
  }
  return { owned, strangers };
}

/** One object as it is stored, or undefined. */
export async function readObject(
  api: ApiServer,
  object: Pick<KubernetesObject, 'kind' | 'metadata'>,
  signal?: AbortSignal,
): Promise<KubernetesObject | undefined> {
  try {
    const path = objectPath(object);
    const answer = await api.call({ method: 'GET', path, what: `read ${titleOf(object)}` }, signal);
    return readObjectAnswer(api.server, answer);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

const withStatus: ReadonlySet<string> = new Set<OwnedKindName>(['DaemonSet', 'Deployment']);

/** What the cheap look sees: enough to tell that nothing moved, and how far the agents are. */
export interface Glance {
  /** Hash of everything whose change would make a full comparison necessary. */
  readonly fingerprint: string;
  readonly workloads: readonly KubernetesObject[];
  /** Of the fastest of its calls, in milliseconds. */
  readonly latencyMs: number;
}

/** Metadata of all owned objects and the whole of the workloads: a few kilobytes, no secret among them. */
export async function glance(api: ApiServer, signal?: AbortSignal): Promise<Glance> {
  const started = performance.now();
  let latencyMs = Number.POSITIVE_INFINITY;
  const lists = await Promise.all(
    ownedKinds.map(async (kind) => {
      const metadataOnly = !withStatus.has(kind.kind);
      const query = { kind, namespace: agentNamespace, selector: ownedSelector, metadataOnly };
      const items = await listOwned(api, query, signal);
      latencyMs = Math.min(latencyMs, Math.round(performance.now() - started));
      return items;
    }),
  );
  const objects = lists.flat();
  return {
    fingerprint: hashOf(objects.map(traceOf).sort()),
    workloads: objects.filter((object) => withStatus.has(object.kind)),
    latencyMs,
  };
}

/** A status update raises the resource version but not the generation; kinds without one have no status either. */
function traceOf(object: KubernetesObject): string {
  const { metadata } = object;
  const version = metadata.generation === undefined ? `v${metadata.resourceVersion}` : `g${metadata.generation}`;
  const ours = hashOf([metadata.labels ?? {}, metadata.annotations?.[annotations.desiredHash] ?? '']);
  return [keyOf(object), metadata.uid, version, ours, metadata.deletionTimestamp ?? ''].join(' ');
}

/** Id of the registration that put an object there. */
export function ownerOf(object: KubernetesObject): string | undefined {
  return object.metadata.labels?.[labels.cluster];
}
