import { OrielError } from '@oriel/domain/errors';
import type { z } from 'zod';
import { storeRefused, storeUnavailable } from './failure.ts';
import type { Store, Upstream } from './upstream.ts';

export type FormValue = string | number | readonly string[] | undefined;

export interface Call<Schema extends z.ZodType> {
  readonly store: Store;
  /** Below the upstream's prefix: `/api/v1/query`. */
  readonly path: string;
  /** POST by default. */
  readonly method?: 'GET' | 'POST';
  readonly form: Readonly<Record<string, FormValue>>;
  readonly schema: Schema;
  readonly signal?: AbortSignal | undefined;
}

const formType = ['content-type', 'application/x-www-form-urlencoded'];
/** Answers of typed calls are figures and lists for a page, never a bulk: larger ones are refused. */
const largestAnswer = 16 * 1024 * 1024;

/** Posts a form, since a query may be longer than an address may be, and checks the answer's shape. Throws OrielError. */
export async function call<Schema extends z.ZodType>(
  target: Upstream,
  request: Call<Schema>,
): Promise<z.output<Schema>> {
  const { store, signal } = request;
  const { status, body } = await send(target, request).catch((cause: unknown) => {
    if (cause instanceof OrielError || (signal?.aborted && signal.reason === cause)) throw cause;
    throw storeUnavailable(store, target.seedName, cause);
  });
  if (status < 200 || status > 299) throw storeRefused(store, target.seedName, { status, body });
  const parsed = request.schema.safeParse(asJson(body));
  if (parsed.success) return parsed.data;
  throw new OrielError(
    'upstream_failed',
    `The store of seed "${target.seedName}" answered in a form that is not its API's.`,
    {
      cause: parsed.error,
    },
  );
}

async function send<Schema extends z.ZodType>(target: Upstream, { path, method = 'POST', form, signal }: Call<Schema>) {
  const encoded = encodeForm(form);
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

function encodeForm(form: Readonly<Record<string, FormValue>>): string {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) encoded.append(name, String(one));
  }
  return encoded.toString();
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
