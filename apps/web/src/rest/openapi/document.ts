import { version } from '@/server/version.ts';
import type { Components } from '../json-schema.ts';
import { restOperations } from '../operation.ts';
import { restTags } from '../route.ts';
import { operationObject } from './operation-object.ts';
import { problemResponses, problemSchema } from './problems.ts';

const description = `Everything that the pages of Oriel can do, for programs.

- **Sign in** with a token: \`Authorization: Bearer oriel_pat_…\`. A browser's session works as well; its changes are accepted from Oriel's own pages only.
- **Errors** are problems (RFC 9457, \`application/problem+json\`). Go by \`code\`; \`detail\` says what to do.
- **Lists** take \`limit\` and \`cursor\`. Where there is more, \`nextCursor\` is what to send as \`cursor\`; treat it as opaque.
- **Creating twice** by accident: send an \`Idempotency-Key\` with a POST. The same key with the same body gives the first answer again for 24 hours.
- **Limits** are told in \`RateLimit\` and \`RateLimit-Policy\`; past them is 429 with \`Retry-After\`.
- Answers may gain fields. Fields that are there keep their name and meaning within v1.

Logs and metrics themselves are read from the Prometheus- and Loki-compatible addresses \`/api/projects/{project}/prometheus/…\` and \`/api/projects/{project}/loki/…\`.`;

/** The OpenAPI 3.1 document, made from the procedures and their schemas. */
export function buildDocument() {
  const schemas: Components = { Problem: problemSchema };
  const paths: Record<string, Record<string, ReturnType<typeof operationObject>>> = {};
  const operations = restOperations();
  for (const operation of operations) {
    const { method, path } = operation.route;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(operation, schemas) };
  }
  const used = new Set(operations.map(({ route }) => route.tag));
  return {
    openapi: '3.1.1',
    info: { title: 'Oriel', version, description, license: { name: 'Apache 2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    tags: restTags.filter((tag) => used.has(tag)).map((name) => ({ name })),
    paths: sorted(paths),
    components: { securitySchemes, parameters, headers, responses: problemResponses, schemas: sorted(schemas) },
  };
}

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'A personal or a service account’s token.' },
  session: { type: 'apiKey', in: 'cookie', name: '__Host-oriel.session', description: 'Set by signing in.' },
};

const parameters = {
  IdempotencyKey: {
    in: 'header',
    name: 'Idempotency-Key',
    required: false,
    description: 'A value of your own, new for each thing you create, such as a UUID. Kept for 24 hours.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: 'c8b1f5de-2f0a-4c6a-9d0c-1b2f4f0f2a11',
  },
};

const headers = {
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer' } },
  IdempotencyReplayed: {
    description: '`true` where this is the kept answer of an earlier request with the same key.',
    schema: { type: 'string', enum: ['true'] },
  },
};

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
