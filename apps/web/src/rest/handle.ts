import { OrielError } from '@oriel/domain/errors';
import { type Context, createContext } from '@/server/context.ts';
import type { HttpOptions } from '@/server/http-handler.ts';
import { log } from '@/server/log.ts';
import { createCaller } from '@/server/root.ts';
import { type Download, downloadResponse } from './download.ts';
import { findOperation, methodsOf } from './find-operation.ts';
import { once } from './idempotency.ts';
import { openApiText } from './openapi/text.ts';
import type { RestOperation } from './operation.ts';
import { problemResponse, RestRefusal, toProblem } from './problem.ts';
import { readInput } from './read-input.ts';

export const restPrefix = '/api/v1';
const documentPath = '/openapi.json';

/** Answers one request of the REST API; whatever goes wrong becomes a problem (RFC 9457). */
export async function handleRest(request: Request, options: HttpOptions): Promise<Response> {
  const ctx = createContext(request.headers, options);
  ctx.resHeaders.set('cache-control', 'no-store');
  ctx.resHeaders.set('x-content-type-options', 'nosniff');
  try {
    return withoutBody(request, await answer(request, ctx));
  } catch (thrown) {
    const problem = toProblem(thrown, ctx.requestId);
    // Procedures log their own failures; this one never reached a procedure, or broke behind it.
    if (problem.code === 'internal') log().error({ err: thrown, requestId: ctx.requestId }, 'a REST request failed');
    if (problem.retryable && !ctx.resHeaders.has('retry-after')) ctx.resHeaders.set('retry-after', '5');
    return withoutBody(request, problemResponse(problem, ctx.resHeaders));
  }
}

async function answer(request: Request, ctx: Context): Promise<Response> {
  const path = new URL(request.url).pathname.slice(restPrefix.length);
  const allowed = path === documentPath ? ['GET', 'HEAD', 'OPTIONS'] : methodsOf(path);
  if (allowed.length === 0) {
    throw new OrielError('not_found', `There is nothing at this address. See ${restPrefix}${documentPath}.`);
  }
  if (request.method === 'OPTIONS' || !allowed.includes(request.method))
    ctx.resHeaders.set('allow', allowed.join(', '));
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: ctx.resHeaders });
  if (!allowed.includes(request.method)) {
    throw new RestRefusal('method_not_allowed', `This address answers ${allowed.join(', ')} only.`);
  }
  if (path === documentPath) return json(openApiText(), { status: 200, headers: ctx.resHeaders });
  const found = findOperation(request.method, path);
  if (found === undefined) throw new Error('An allowed method has an operation.');
  const input = await readInput(request, found);
  const { operation } = found;
  const header = request.headers.get('idempotency-key');
  const run = () => call(ctx, operation, input);
  const value = await once(ctx, { operation, input, header, run, ask: () => ask(ctx, operation, input) });
  return render(operation, value, ctx.resHeaders);
}

/** Whether they may do this now, without doing it. Throws what they would be refused with. */
async function ask(ctx: Context, operation: RestOperation, input: unknown): Promise<void> {
  const rehearsal = { passed: false };
  await call({ ...ctx, rehearsal }, operation, input).catch((thrown: unknown) => {
    if (!rehearsal.passed) throw thrown;
  });
}

async function call(ctx: Context, { procedure }: RestOperation, input: unknown): Promise<unknown> {
  const [feature = '', name = ''] = procedure.split('.');
  const caller = createCaller(ctx) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  return caller[feature]?.[name]?.(input);
}

function render({ status, route }: RestOperation, value: unknown, headers: Headers): Response {
  if (route.download !== undefined) return downloadResponse(value as Download, headers);
  if (status === 204) return new Response(null, { status, headers });
  return json(JSON.stringify(value), { status, headers });
}

function json(text: string, { status, headers }: { status: number; headers: Headers }): Response {
  headers.set('content-type', 'application/json');
  return new Response(text, { status, headers });
}

function withoutBody(request: Request, response: Response): Response {
  return request.method === 'HEAD' ? new Response(null, response) : response;
}
