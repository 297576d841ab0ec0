import type { ErrorCode } from '@oriel/domain/errors';
import { z } from 'zod';
import { ClusterError, type ClusterFault, type FieldConflict } from './cluster-error.ts';

/** `Status` of the Kubernetes API (meta/v1), as far as it is used. */
const statusObject = z.looseObject({
  kind: z.literal('Status'),
  message: z.string().optional(),
  details: z
    .looseObject({
      causes: z
        .array(
          z.looseObject({
            reason: z.string().optional(),
            message: z.string().optional(),
            field: z.string().optional(),
          }),
        )
        .optional(),
    })
    .nullish(),
});

export interface RefusedCall {
  /** `create DaemonSet oriel-agent-logs`, for the sentence. */
  readonly what: string;
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | undefined;
  /** Takes secrets out of what the server says. */
  readonly conceal: (text: string) => string;
}

/** Maps an API server's refusal to a sentence. */
export function statusError(call: RefusedCall): ClusterError {
  const parsed = statusObject.safeParse(call.body);
  const said = parsed.success ? call.conceal(parsed.data.message ?? '').slice(0, 500) : '';
  const conflicts = parsed.success ? conflictsOf(parsed.data, call.conceal) : [];
  const [code, fault] = faultOf(call, said, conflicts);
  const retryAfter = Number.parseInt(call.retryAfter ?? '', 10);
  return new ClusterError(code, {
    ...fault,
    status: call.status,
    conflicts,
    ...(Number.isSafeInteger(retryAfter) ? { retryAfterSeconds: Math.min(Math.max(retryAfter, 1), 300) } : {}),
  });
}

function faultOf(call: RefusedCall, said: string, conflicts: readonly FieldConflict[]): [ErrorCode, ClusterFault] {
  const { status, what } = call;
  if (status === 409) return ['conflict', conflictFault(what, conflicts, said)];
  if (status === 401) {
    return [
      'forbidden',
      {
        reason: 'Unauthorized',
        what: 'The API server does not accept the credential (401): the token or the client certificate is wrong, was revoked or has expired.',
        fix: 'Use a fresh kubeconfig; replace that of a registered cluster on its page.',
      },
    ];
  }
  if (status === 403) {
    return [
      'forbidden',
      {
        reason: 'Forbidden',
        what: `The credential may not ${what}: ${said || 'the API server refused (403)'}.`,
        fix: 'Give its account that right, or use one bound to cluster-admin.',
      },
    ];
  }
  if (status === 404) {
    return [
      'not_found',
      { reason: 'NotFound', what: `The API server does not know what was asked for (${what}).`, fix: '' },
    ];
  }
  if (status === 429) {
    const fault = {
      what: `The API server is busy (429) and asked to wait before it can ${what}.`,
      fix: 'It is tried again.',
    };
    return ['rate_limited', { reason: 'TooManyRequests', ...fault, retryable: true }];
  }
  if (status >= 300 && status < 400) {
    return [
      'upstream_failed',
      {
        reason: 'Redirected',
        what: 'The server answered with a redirect, which Oriel never follows.',
        fix: 'Use the address of the API server itself, not of a sign-in page or a proxy.',
        retryable: false,
      },
    ];
  }
  const retryable = status >= 500;
  const what500 = `The API server could not ${what} (${status})${said === '' ? '.' : `: ${said}`}`;
  return retryable
    ? ['upstream_failed', { reason: 'ServerError', what: what500, fix: 'It is tried again.' }]
    : ['bad_input', { reason: 'Rejected', what: what500, fix: 'Compare its version and admission rules.' }];
}

function conflictsOf(status: z.infer<typeof statusObject>, conceal: RefusedCall['conceal']): FieldConflict[] {
  return (status.details?.causes ?? [])
    .filter((cause) => cause.reason === 'FieldManagerConflict')
    .map((cause) => ({
      field: conceal(cause.field ?? ''),
      manager: /conflict with "([^"]+)"/.exec(conceal(cause.message ?? ''))?.[1] ?? 'somebody',
    }));
}

function conflictFault(what: string, conflicts: readonly FieldConflict[], said: string): ClusterFault {
  if (conflicts.length === 0) {
    const sentence = `Somebody else changed the object at the same moment (${what}): ${said || '409'}.`;
    return { reason: 'Conflict', what: sentence, fix: 'It is tried again.', retryable: true };
  }
  const listed = conflicts.slice(0, 3).map(({ field, manager }) => `${field} (set by ${manager})`);
  const more = conflicts.length > 3 ? ` and ${conflicts.length - 3} more` : '';
  return {
    reason: 'FieldConflict',
    what: `Oriel could not ${what}, because others own fields of it: ${listed.join(', ')}${more}. Nothing was overwritten.`,
    fix: 'Undo that change in the cluster, or apply again and choose to take these fields over.',
    retryable: false,
  };
}
