import type { ApiServer } from './api-server.ts';
import { notKubernetes, readPage } from './not-kubernetes.ts';
import { collectionPath, type KubernetesObject, type OwnedKind } from './objects.ts';

const pageSize = '500';
/** 250,000 items; a server that always names another page would never end. */
const mostPages = 500;
const metadataOnly = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

export interface ListQuery {
  readonly path: string;
  readonly what: string;
  readonly selector?: string;
  readonly fieldSelector?: string;
  /** Leaves out spec and status: a fraction of the bytes. */
  readonly metadataOnly?: boolean;
}

/** Every item, page by page. Items of a list carry no kind of their own. */
export async function listAll(api: ApiServer, query: ListQuery, signal?: AbortSignal): Promise<KubernetesObject[]> {
  const items: KubernetesObject[] = [];
  let next = '';
  let pages = 0;
  do {
    if (++pages > mostPages) throw notKubernetes(api.server);
    const answer = await api.call(
      {
        method: 'GET',
        path: query.path,
        query: {
          limit: pageSize,
          ...(query.selector === undefined ? {} : { labelSelector: query.selector }),
          ...(query.fieldSelector === undefined ? {} : { fieldSelector: query.fieldSelector }),
          ...(next === '' ? {} : { continue: next }),
        },
        what: query.what,
        ...(query.metadataOnly === true ? { accept: metadataOnly } : {}),
      },
      signal,
    );
    const page = readPage(api.server, answer);
    items.push(...page.items);
    next = page.next;
  } while (next !== '');
  return items;
}

export interface OwnedListQuery {
  readonly kind: OwnedKind;
  readonly namespace: string;
  readonly selector: string;
  readonly metadataOnly: boolean;
}

/** Objects of one owned kind, with kind and version put back. */
export async function listOwned(
  api: ApiServer,
  query: OwnedListQuery,
  signal?: AbortSignal,
): Promise<KubernetesObject[]> {
  const { kind, namespace, selector } = query;
  const items = await listAll(
    api,
    { path: collectionPath(kind, namespace), what: `list ${kind.plural}`, selector, metadataOnly: query.metadataOnly },
    signal,
  );
  return items.map((item) => ({ ...item, apiVersion: kind.apiVersion, kind: kind.kind }));
}
