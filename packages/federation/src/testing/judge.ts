import { federate } from '../federate.ts';
import type { Tenant } from '../tenants.ts';

export interface Judged {
  readonly url: string;
  readonly store: 'metrics' | 'logs';
  readonly path: string;
  readonly params: Readonly<Record<string, string | readonly string[]>>;
}

type Answer = { readonly status: number; readonly body: unknown };

/** What one engine answers for all tenants in one request. */
export function askOnce(judged: Judged, tenants: readonly Tenant[]): Promise<Answer> {
  const orgIds = tenants.map(({ orgId }) => orgId);
  return ask(judged, orgIds, formOf(judged));
}

/** The same in three parts. Throws OrielError where it is refused. */
export async function askInParts(judged: Judged, tenants: readonly Tenant[]): Promise<unknown> {
  const { store, path } = judged;
  const { asks, isWhole, merge } = federate(
    { store, path, params: formOf(judged), now: Date.now() },
    tenants,
    Math.ceil(tenants.length / 3),
  );
  const answers: unknown[] = [];
  for (const { part, params } of asks) {
    const { status, body } = await ask(judged, part.orgIds, params);
    if (status !== 200) throw new Error(`${params} of a part: ${status} ${JSON.stringify(body)}`);
    answers.push(body);
  }
  return isWhole ? answers[0] : merge(answers);
}

async function ask({ url, store, path }: Judged, orgIds: readonly string[], form: URLSearchParams): Promise<Answer> {
  const prefix = store === 'metrics' ? '/prometheus' : '';
  const isGet = /\/label\/[^/]+\/values$|\/metadata$/.test(path);
  const response = await fetch(`${url}${prefix}${path}${isGet ? `?${form}` : ''}`, {
    method: isGet ? 'GET' : 'POST',
    headers: { 'x-scope-orgid': orgIds.join('|'), accept: 'application/json' },
    ...(!isGet && { body: form }),
  });
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: text };
  }
}

function formOf({ params }: Judged): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  }
  return form;
}

/** The same for answers that say the same: lists of series have no order, and sums are added in one. */
export function comparable(answer: unknown): unknown {
  const { data } = answer as { data?: unknown };
  if (data === undefined) return sorted(answer);
  const { result, resultType } = data as { result?: unknown; resultType?: string };
  return resultType === undefined ? sorted(data) : { resultType, result: sorted(result) };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(sorted);
    const isPoint = items.length === 2 && (typeof items[0] === 'number' || /^\d{10,}$/.test(String(items[0])));
    if (isPoint) return [items[0], typeof items[1] === 'string' ? rounded(items[1]) : items[1]];
    return items.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Sums are added in one order or another. Sums of halves lie where rounding turns: all are moved a little off there. */
function rounded(text: string): string {
  return /^[+-]?[\d.]+(?:e[+-]?\d+)?$/i.test(text) ? (Number(text) * (1 + 3e-11)).toPrecision(9) : text;
}
