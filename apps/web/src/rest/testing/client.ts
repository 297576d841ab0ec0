import type { Db } from '@oriel/db/client';
import type { CallLimits } from '@/server/call-limits.ts';
import { publicOrigin } from '@/server/testing/test-env.ts';
import { handleRest } from '../handle.ts';

export interface Sent {
  readonly body?: unknown;
  /** Instead of a body that is written as JSON. */
  readonly raw?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends requests to the REST API as a program would. */
export function clientOf(db: () => Db, callLimits?: CallLimits) {
  return async (method: string, path: string, { body, raw, type = 'application/json', headers = {} }: Sent = {}) => {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(`${publicOrigin}/api/v1${path}`, {
      method,
      headers: { ...(text === undefined ? {} : { 'content-type': type }), ...headers },
      ...(text === undefined ? {} : { body: text }),
    });
    const answer = await handleRest(request, { db: db(), publicOrigin, trustedHops: 1, callLimits });
    const got = await answer.text();
    const isJson = /[/+]json$/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text: got,
      json: (isJson && got !== '' ? JSON.parse(got) : {}) as Record<string, unknown>,
    };
  };
}
