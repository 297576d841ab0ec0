import { OrielError } from '@oriel/domain/errors';
import type { Answer } from './asked.ts';

/** On what the gateway says itself: data that nothing may run, frame or load from another site. */
export const ownAnswerHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
} as const;

/** The gateway's own answers, in the form that Prometheus' clients and logcli show. */
export function sendError(response: Answer, error: OrielError, requestId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { headers, body } = errorAnswer(error, requestId);
  response.writeHead(error.status, headers);
  response.end(body);
}

export function errorAnswer(error: OrielError, requestId: string) {
  const body = JSON.stringify({ status: 'error', errorType: error.code, error: error.message });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...ownAnswerHeaders,
    'x-request-id': requestId,
    ...(error.code === 'unauthenticated' && { 'www-authenticate': 'Bearer realm="Oriel"' }),
    ...((error.retryable || error.code === 'rate_limited') && { 'retry-after': '5' }),
  };
  return { headers, body };
}

/** What people may see of any failure; the rest stays in the log. */
export function toOrielError(cause: unknown): OrielError {
  if (cause instanceof OrielError) return cause;
  return new OrielError(
    'internal',
    'The gateway failed at this request. The request id leads to the cause in its log.',
    { cause },
  );
}
