import { narrowRequest } from '@oriel/query-scope/request';
import { storeUnavailable } from '@oriel/seed-client/failure';
import { readNarrowed } from '@oriel/seed-client/request';
import { ownAnswerHeaders, sendError } from './answer.ts';
import type { Answer, Asked } from './asked.ts';
import { Exchange, type Headers } from './exchange.ts';
import type { Grant } from './grants.ts';
import { checkLogLimits } from './log-limits.ts';
import { checkMetricLimits } from './metric-limits.ts';
import type { NarrowingBudget } from './narrowing-budget.ts';
import type { RequestHead } from './request-head.ts';
import type { Route } from './route.ts';

/** One request on its way. */
export interface Call {
  readonly request: Asked;
  readonly response: Answer;
  readonly route: Route;
  readonly head: RequestHead;
  readonly requestId: string;
}

interface Question {
  /** With its `?`; empty for none. */
  readonly search: string;
  readonly body: Buffer | null;
  readonly contentType?: string | undefined;
}

const formType = 'application/x-www-form-urlencoded';

/** For those who may read the whole project: parameters go as they came, and are read only where a limit asks for it. */
export function forward(call: Call, grant: Grant, body: Buffer | null): void {
  const { route, head } = call;
  const search = searchOf(call);
  if (route.store === 'logs') checkLogLimits(formsOf(search, body), Date.now());
  // Without a step it is no range query, and parameters need not be read.
  else if (search.includes('step=') || body?.includes('step=')) checkMetricLimits(formsOf(search, body), Date.now());
  dispatch(call, grant, { search, body, contentType: head.contentType });
}

/** For those who may read a part of it: every parameter is read, judged and written anew. */
export async function forwardNarrowed(
  call: Call,
  grant: Grant,
  { body, budget }: { readonly body: Buffer | null; readonly budget: NarrowingBudget },
): Promise<void> {
  const { store, path, mayPost } = call.route;
  const { upstream } = grant;
  const params = paramsOf(call, body);
  const narrowed = budget.spend(grant.asker.userId, () => narrowRequest({ store, path, params }, upstream.reach));
  if (narrowed.filter !== undefined) {
    const gone = new AbortController();
    call.response.once('close', () => gone.abort());
    const read = { store, path, params, method: 'GET', signal: gone.signal } as const;
    sendJson(call, grant, await readNarrowed(upstream, read));
    return;
  }
  const text = narrowed.params.toString();
  // What is added for a long list of namespaces may be more than fits an address.
  if (mayPost) dispatch(call, grant, { search: '', body: Buffer.from(text), contentType: formType });
  else dispatch(call, grant, { search: text === '' ? '' : `?${text}`, body: null });
}

/** Address and form together, once they are within what the stores answer for. @throws OrielError `bad_input` */
export function paramsOf(call: Call, body: Buffer | null): URLSearchParams {
  const params = new URLSearchParams(formsOf(searchOf(call), body).flatMap((form) => [...form]));
  if (call.route.store === 'logs') checkLogLimits([params], Date.now());
  else checkMetricLimits([params], Date.now());
  return params;
}

function dispatch({ response, route, head, requestId }: Call, { upstream, degraded }: Grant, question: Question): void {
  const { search, body, contentType } = question;
  // From an empty map: what a client sends beside these never reaches a store.
  const headers = [...upstream.headers];
  if (head.accept !== undefined) headers.push('accept', head.accept);
  if (head.acceptEncoding !== undefined) headers.push('accept-encoding', head.acceptEncoding);
  if (head.cacheControl !== undefined) headers.push('cache-control', head.cacheControl);
  if (body !== null) headers.push('content-type', contentType as string);
  upstream.wire.dispatch(
    { path: upstream.prefix + route.path + search, method: body === null ? 'GET' : 'POST', headers, body },
    new Exchange(response, {
      headOf: (_status, answered) => headOf(answered, requestId, degraded),
      fail: (cause) => sendError(response, storeUnavailable(route.store, upstream.seedName, cause), requestId),
      isLent: true,
    }),
  );
}

export function sendJson({ response, requestId }: Call, { degraded }: Pick<Grant, 'degraded'>, answer: unknown): void {
  if (response.destroyed) return;
  const body = Buffer.from(JSON.stringify(answer));
  const described = { 'content-type': 'application/json', 'content-length': String(body.length) };
  response.writeHead(200, headOf(described, requestId, degraded));
  response.end(body);
}

/** A store's answer holds what agents wrote: it is data, never a page or another site's script. */
const everyHead = Object.entries(ownAnswerHeaders).flat();

/** Headers of a store that mean something to its clients; cookies, CORS and hop-by-hop headers are not among them. */
const passed = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'vary',
  'date',
  'retry-after',
  'server-timing',
]);

function headOf(answered: Headers, requestId: string, degraded: boolean): string[] {
  const head = ['x-request-id', requestId, 'cache-control', 'no-store', ...everyHead];
  if (degraded) head.push('x-oriel-degraded', '1');
  for (const name in answered) {
    if (!passed.has(name)) continue;
    const value = answered[name];
    if (typeof value === 'string') head.push(name, value);
  }
  return head;
}

function searchOf({ request }: Call): string {
  const url = request.url as string;
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at);
}

/** The form first, as the stores do it. */
function formsOf(search: string, body: Buffer | null): URLSearchParams[] {
  const forms = [new URLSearchParams(search)];
  if (body !== null) forms.unshift(new URLSearchParams(body.toString('utf8')));
  return forms;
}
