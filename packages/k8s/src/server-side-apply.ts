import type { ApiServer } from './api-server.ts';
import { fieldManager } from './labels.ts';
import { type KubernetesObject, objectPath, titleOf } from './objects.ts';

export interface ApplyOptions {
  /** Take fields over from other managers. Only for fields that Oriel owned before, or when a person asked for it. */
  readonly force: boolean;
  /** Let the server check everything (rights, admission, schema) and store nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Server-side apply (https://kubernetes.io/docs/reference/using-api/server-side-apply/): fields not mentioned are
 * left alone, fields of others end in a `FieldConflict` unless `force`. Returns the object as stored.
 */
export async function applyObject(
  api: ApiServer,
  object: KubernetesObject,
  options: ApplyOptions,
): Promise<KubernetesObject> {
  const stored = await api.call(
    {
      method: 'PATCH',
      path: objectPath(object),
      query: {
        fieldManager,
        force: String(options.force),
        fieldValidation: 'Strict',
        ...(options.dryRun === true ? { dryRun: 'All' } : {}),
      },
      contentType: 'application/apply-patch+yaml',
      body: JSON.stringify(object),
      what: `apply ${titleOf(object)}`,
    },
    options.signal,
  );
  return stored as KubernetesObject;
}
