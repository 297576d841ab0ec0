import { OrielError } from '@oriel/domain/errors';
import {
  filterAlertGroups,
  filterAlertmanagerAlerts,
  filterSilences,
  filterStatus,
} from '@oriel/query-scope/filter-alertmanager';
import { filterAlerts, filterMetadata, filterRules } from '@oriel/query-scope/filter-answer';
import { type NarrowedRequest, narrowRequest } from '@oriel/query-scope/request';
import { z } from 'zod';
import { success } from './answers.ts';
import { storeRefused, storeUnavailable } from './failure.ts';
import type { Store, Upstream } from './upstream.ts';

export type FormValue = string | number | readonly string[] | undefined;

interface Request {
  readonly store: Store;
  /** Below the upstream's prefix: `/api/v1/query`. */
  readonly path: string;
  /** POST by default. */
  readonly method?: 'GET' | 'POST';
  readonly signal?: AbortSignal | undefined;
}

export interface Call<Schema extends z.ZodType> extends Request {
  readonly form: Readonly<Record<string, FormValue>>;
  readonly schema: Schema;
}

export interface Read extends Request {
  readonly params: URLSearchParams;
  /** Told of each piece as it comes; what it throws ends the request. */
  readonly onBytes?: (count: number) => void;
}

const formType = ['content-type', 'application/x-www-form-urlencoded'];
/** Answers that are read whole are figures and lists for a page, never a bulk: larger ones are refused. */
const largestAnswer = 16 * 1024 * 1024;
/** Mimir keeps metadata of what was written lately. */
const metadataSeconds = 24 * 3_600;

/**
 * Posts a form, since a query may be longer than an address may be, and checks the answer's shape. The query is
 * narrowed to what the target's scope may read. Throws OrielError.
 */
export async function call<Schema extends z.ZodType>(
  target: Upstream,
  { form, schema, ...request }: Call<Schema>,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await readNarrowed(target, { ...request, params: encodeForm(form) }));
  if (parsed.success) return parsed.data;
  throw new OrielError(
    'upstream_failed',
    `The store of seed "${target.seedName}" answered in a form that is not its API's.`,
    {
      cause: parsed.error,
    },
  );
}

/** The answer to a narrowed request, without what no matcher could keep out of it. Undefined where it is no JSON. */
export async function readNarrowed(target: Upstream, request: Read): Promise<unknown> {
  const { store, path, params } = request;
  const narrowed = narrowRequest({ store, path, params }, target.reach);
  const answer = await ask(target, { ...request, params: narrowed.params });
  return filtered(answer, narrowed.filter, target, request);
}

async function filtered(
  answer: unknown,
  filter: NarrowedRequest['filter'],
  target: Upstream,
  { store, signal }: Read,
): Promise<unknown> {
  switch (filter) {
    case undefined:
      return answer;
    case 'alerts':
      return filterAlerts(answer, target.reach);
    case 'rules':
      return filterRules(answer, target.reach, store);
    case 'alertmanager_alerts':
      return filterAlertmanagerAlerts(answer, target.reach);
    case 'alertmanager_groups':
      return filterAlertGroups(answer, target.reach);
    case 'alertmanager_silences':
      return filterSilences(answer, target.reach);
    case 'alertmanager_status':
      return filterStatus(answer, target.reach);
    case 'metadata':
      return filterMetadata(answer, await metricNames(target, signal));
  }
}

/** Of the metrics within the reach. */
async function metricNames(target: Upstream, signal: AbortSignal | undefined): Promise<ReadonlySet<string>> {
  const form = { start: Math.floor(Date.now() / 1000) - metadataSeconds };
  const path = '/api/v1/label/__name__/values';
  return new Set(
    await call(target, { store: 'metrics', method: 'GET', path, form, schema: success(z.array(z.string())), signal }),
  );
}

async function ask(target: Upstream, request: Read): Promise<unknown> {
  const { store, signal } = request;
  const { status, body } = await send(target, request).catch((cause: unknown) => {
    if (cause instanceof OrielError || (signal?.aborted && signal.reason === cause)) throw cause;
    throw storeUnavailable(store, target.seedName, cause);
  });
  if (status < 200 || status > 299) throw storeRefused(store, target.seedName, { status, body });
  return asJson(body);
}

async function send(target: Upstream, { path, method = 'POST', params, signal, onBytes }: Read) {
  const encoded = params.toString();
  const response = await target.pool.request({
    method,
    path: target.prefix + path + (method === 'GET' && encoded !== '' ? `?${encoded}` : ''),
    headers: [...target.headers, 'accept', 'application/json', ...(method === 'POST' ? formType : [])],
    body: method === 'POST' ? encoded : null,
    ...(signal && { signal }),
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    size += chunk.length;
    onBytes?.(chunk.length);
    if (size > largestAnswer) {
      response.body.destroy();
      throw new OrielError(
        'too_large',
        'The answer is larger than 16 MiB. Choose a shorter time range or a narrower selection.',
      );
    }
    chunks.push(chunk);
  }
  return { status: response.statusCode, body: Buffer.concat(chunks).toString('utf8') };
}

function encodeForm(form: Readonly<Record<string, FormValue>>): URLSearchParams {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) encoded.append(name, String(one));
  }
  return encoded;
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
