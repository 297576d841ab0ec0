import type { JsonSchema } from '../json-schema.ts';
import { type ProblemCode, problemStatus, problemTitles, problemType } from '../problem.ts';

const requestId = '0d3c5a6b-7e81-4fef-91e0-7f9c24e83b12';

export const problemSchema: JsonSchema = {
  type: 'object',
  description: 'RFC 9457. Programs go by `code`, which never changes; `detail` is a sentence for people.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'retryable', 'requestId'],
  properties: {
    type: { type: 'string', description: '`urn:oriel:problem:<code>`' },
    title: { type: 'string', description: 'The same for every problem of this code.' },
    status: { type: 'integer', description: 'HTTP status.' },
    detail: { type: 'string', description: 'What happened and what to do.' },
    instance: { type: 'string', description: '`urn:oriel:request:<request id>`' },
    code: { type: 'string', enum: Object.keys(problemTitles) },
    field: { type: 'string', description: 'Field of the input that is not right, as a path: `members.0.email`.' },
    retryable: { type: 'boolean', description: 'Whether the same request may succeed later.' },
    requestId: { type: 'string', description: 'Also in the header X-Request-Id, and in the log of the server.' },
  },
};

const details: Readonly<Record<ProblemCode, string>> = {
  bad_input: 'Enter a name. (name)',
  unauthenticated: 'This token is unknown, expired or revoked. Make a new one under Settings, Tokens.',
  forbidden: 'This token may only read. Make one that may change things under Settings, Tokens.',
  not_found: 'There is no such project, or you are not a member of it. Check the address or ask an owner for access.',
  method_not_allowed: 'This address answers GET, HEAD, OPTIONS only.',
  conflict: 'This project already has a cluster named "edge-1". Choose another name.',
  too_large: 'The request is larger than 1024 KiB. Send less.',
  unsupported_media_type: 'Send the body as JSON, with "Content-Type: application/json".',
  key_reused: 'This idempotency key was used for another request. Use a new key for each thing you create.',
  rate_limited: 'Too many requests. Wait 12 s, then go on more slowly.',
  internal:
    'Something went wrong on our side. Try again; if it happens again, give the request id to an administrator.',
  upstream_failed: 'The metrics store does not answer.',
  unavailable: 'Oriel’s database does not answer. Try again in a moment.',
  timed_out: 'The cluster did not answer in time.',
};

const fields: Partial<Record<ProblemCode, string>> = { bad_input: 'name', conflict: 'name' };
const retryable: readonly ProblemCode[] = ['rate_limited', 'upstream_failed', 'unavailable', 'timed_out'];

export const exampleProblem = (code: ProblemCode) => ({
  type: problemType(code),
  title: problemTitles[code],
  status: problemStatus[code],
  detail: details[code],
  instance: `urn:oriel:request:${requestId}`,
  code,
  ...(fields[code] === undefined ? {} : { field: fields[code] }),
  retryable: retryable.includes(code),
  requestId,
});

/** For `components.responses`, by code; `internal` stands for every 5xx. */
export const problemResponses = Object.fromEntries(
  (Object.keys(problemTitles) as ProblemCode[])
    .filter((code) => problemStatus[code] <= 500)
    .map((code) => [
      code,
      {
        description: code === 'internal' ? 'Something failed on our side, or behind us.' : problemTitles[code],
        ...(code === 'rate_limited' ? { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } : {}),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            example: exampleProblem(code),
          },
        },
      },
    ]),
);
