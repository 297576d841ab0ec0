import { type Components, type JsonSchema, toJsonSchema } from '../json-schema.ts';
import { fieldsOutsidePath, type RestOperation, takesBody } from '../operation.ts';
import { type ProblemCode, problemStatus } from '../problem.ts';
import { exampleOf } from './example.ts';

/** The Operation Object of OpenAPI 3.1 for one procedure; its named schemas go into `components`. */
export function operationObject(operation: RestOperation, components: Components) {
  const { route, access } = operation;
  return {
    operationId: operationIdOf(operation),
    summary: route.summary,
    description: [route.description, rightSentence(operation)].filter((text) => text !== undefined).join('\n\n'),
    tags: [route.tag],
    security: securityOf(operation),
    'x-oriel-permission': access.kind === 'public' ? null : access.permission,
    ...parametersOf(operation),
    ...requestBodyOf(operation, components),
    responses: { ...successOf(operation, components), ...problemsOf(operation) },
  };
}

/** `projects.create` → `projectsCreate`. */
function operationIdOf({ procedure }: RestOperation): string {
  return procedure.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function rightSentence({ access }: RestOperation): string | undefined {
  switch (access.kind) {
    case 'public':
      return 'For anybody.';
    case 'self':
      return access.permission === 'self:manage'
        ? 'By session only: a token cannot change its own account.'
        : undefined;
    case 'visible':
      return `Covers the projects where you hold \`${access.permission}\`.`;
    case 'platform':
    case 'project':
      return `Needs \`${access.permission}\`.`;
  }
}

function securityOf({ access }: RestOperation) {
  if (access.kind === 'public') return [];
  const session = { session: [] };
  return access.kind === 'self' && access.permission === 'self:manage' ? [session] : [{ token: [] }, session];
}

function parametersOf(operation: RestOperation) {
  const { pathFields, fields, required, route } = operation;
  const path = pathFields.map((name) => ({ in: 'path', name, required: true, ...typed(name, fields[name]) }));
  const query = takesBody(route)
    ? []
    : Object.entries(fieldsOutsidePath(operation)).map(([name, schema]) => ({
        in: 'query',
        name,
        required: required.includes(name),
        ...typed(name, schema),
      }));
  const key = route.method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
  const parameters = [...path, ...query, ...key];
  return parameters.length === 0 ? {} : { parameters };
}

/** A parameter's description stands beside its schema. */
function typed(name: string, found: JsonSchema = {}) {
  const { description, ...schema } = found;
  return { ...(description === undefined ? {} : { description }), schema, example: exampleOf(schema, {}, name) };
}

function requestBodyOf(operation: RestOperation, components: Components) {
  if (!takesBody(operation.route)) return {};
  const properties = fieldsOutsidePath(operation);
  if (Object.keys(properties).length === 0) return {};
  const required = operation.required.filter((name) => name in properties);
  const schema = { type: 'object', properties, ...(required.length === 0 ? {} : { required }) };
  const example = exampleOf(schema, components);
  return {
    requestBody: {
      required: required.length > 0,
      content: { 'application/json': { schema: { ...schema, additionalProperties: false }, example } },
    },
  };
}

function successOf({ output, status, route }: RestOperation, components: Components) {
  if (route.download !== undefined) {
    const file = { schema: { type: 'string' } };
    return {
      [status]: { description: 'The file.', content: Object.fromEntries(route.download.map((type) => [type, file])) },
    };
  }
  if (output === undefined) return { [status]: { description: 'Done; there is no body.' } };
  const schema = toJsonSchema(output, 'output', components);
  const done = successes[status] ?? 'Done.';
  const description = route.shownOnce ? `${done} The answer holds a secret that is shown this once.` : done;
  const headers = route.method === 'POST' && !route.shownOnce ? { headers: replayedHeader } : {};
  const content = { 'application/json': { schema, example: exampleOf(schema, components) } };
  return { [status]: { description, ...headers, content } };
}

const successes: Readonly<Record<number, string>> = {
  201: 'Created.',
  202: 'Taken on; follow the operation that is named. None is named where there was nothing to do.',
};

const replayedHeader = { 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } };

function problemsOf(operation: RestOperation) {
  const { route, pathFields, access } = operation;
  const hasBody = takesBody(route);
  const codes: readonly (ProblemCode | false)[] = [
    'bad_input',
    access.kind !== 'public' && 'unauthenticated',
    (access.kind !== 'public' || route.method !== 'GET') && 'forbidden',
    (pathFields.length > 0 || hasBody) && 'not_found',
    route.method !== 'GET' && 'conflict',
    hasBody && 'too_large',
    hasBody && 'unsupported_media_type',
    route.method === 'POST' && 'key_reused',
    'rate_limited',
  ];
  const named = codes.filter((code) => code !== false);
  return {
    ...Object.fromEntries(named.map((code) => [problemStatus[code], { $ref: `#/components/responses/${code}` }])),
    default: { $ref: '#/components/responses/internal' },
  };
}
