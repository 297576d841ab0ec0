import type { ApiServer } from './api-server.ts';
import { ClusterError, isNotFound } from './cluster-error.ts';
import { type KubernetesObject, kindOf, objectPath, titleOf } from './objects.ts';

/**
 * Removes one object that Oriel owns: exactly the one that was observed (by uid), with all that it made. Returns
 * false where it was gone already. Kinds outside the allow-list are a programming error and never reach the server.
 */
export async function deleteObject(api: ApiServer, object: KubernetesObject, signal?: AbortSignal): Promise<boolean> {
  kindOf(object.kind);
  if (object.metadata.deletionTimestamp !== undefined) return true;
  const { uid } = object.metadata;
  const body = JSON.stringify({
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    propagationPolicy: 'Background',
    ...(uid === undefined ? {} : { preconditions: { uid } }),
  });
  try {
    await api.call({ method: 'DELETE', path: objectPath(object), body, what: `delete ${titleOf(object)}` }, signal);
    return true;
  } catch (error) {
    // 409: another object has taken its name meanwhile; the next look decides about that one.
    if (isNotFound(error) || (error instanceof ClusterError && error.fault.status === 409)) return false;
    throw error;
  }
}
