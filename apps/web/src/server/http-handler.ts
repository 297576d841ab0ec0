import type { Db } from '@oriel/db/client';
import type { ErrorCode } from '@oriel/domain/errors';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { CallLimits } from './call-limits.ts';
import { createContext } from './context.ts';
import { whyUnfit } from './json-shape.ts';
import { maxBatchSize, maxBodyBytes } from './limits.ts';
import { readBody } from './read-body.ts';
import { appRouter } from './root.ts';

export interface HttpOptions {
  readonly db: Db;
  readonly publicOrigin: string;
  readonly trustedHops: number;
  readonly callLimits?: CallLimits | undefined;
}

/** Answers one tRPC request. Bodies beyond the limits and batches beyond 20 calls are refused unread. */
export async function handleTrpc(request: Request, options: HttpOptions): Promise<Response> {
  const body = await readBody(request, maxBodyBytes);
  if (body === 'too_large') {
    return refuse(413, 'too_large', `The request is larger than ${maxBodyBytes / 1024} KiB. Send less.`);
  }
  const unfit = body === undefined ? undefined : whyUnfit(body);
  if (unfit !== undefined) return refuse(400, 'bad_input', unfit);
  const bounded = new Request(request.url, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    ...(body === undefined ? {} : { body }),
  });
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: bounded,
    router: appRouter,
    maxBatchSize,
    createContext: ({ resHeaders }) => createContext(request.headers, { ...options, resHeaders }),
  });
}

function refuse(status: number, code: ErrorCode, message: string): Response {
  const data = { code, retryable: false, httpStatus: status };
  return Response.json({ error: { message, code: -32_600, data } }, { status });
}
