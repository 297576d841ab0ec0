import type { Components, JsonSchema } from '@/rest/json-schema.ts';
import { buildDocument } from '@/rest/openapi/document.ts';
import { exampleProblem } from '@/rest/openapi/problems.ts';
import { type ProblemCode, problemStatus, problemTitles } from '@/rest/problem.ts';
import { type ApiRequest, toCurl } from '@/ui/to-curl.ts';
import type { FieldRow, ListedOperation, OperationGroup, OperationView } from '../types.ts';
import { fieldRows, schemaName, typeInWords } from './field-rows.ts';

type OpenApi = ReturnType<typeof buildDocument>;
type OperationObject = OpenApi['paths'][string][string];

interface Entry {
  readonly listed: ListedOperation;
  readonly object: OperationObject;
}

let document: OpenApi | undefined;

function reference(): { readonly api: OpenApi; readonly entries: readonly Entry[] } {
  document ??= buildDocument();
  const api = document;
  const entries = Object.entries(api.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, object]) => {
      const method = verb.toUpperCase() as ApiRequest['method'];
      return { listed: { id: object.operationId, method, path, summary: object.summary }, object };
    }),
  );
  return { api, entries };
}

/** Every operation by its section, for the list. */
export function operationGroups(): OperationGroup[] {
  const { api, entries } = reference();
  return api.tags.map(({ name }) => ({
    tag: name,
    operations: entries.filter(({ object }) => object.tags.includes(name as never)).map(({ listed }) => listed),
  }));
}

/** What the page of one operation shows; undefined where there is none of that name. */
export function operationView(id: string, publicOrigin: string): OperationView | undefined {
  const { api, entries } = reference();
  const entry = entries.find(({ listed }) => listed.id === id);
  if (entry === undefined) return undefined;
  const { listed, object } = entry;
  const components = api.components.schemas as Components;
  const content = object.requestBody?.content['application/json'];
  return {
    ...listed,
    tag: object.tags[0] ?? '',
    description: object.description,
    byToken: object.security.length !== 1,
    parameters: parametersOf(object, components),
    body: content === undefined ? [] : fieldRows(content.schema as JsonSchema, components),
    success: successOf(object, components),
    problems: problemsOf(object),
    curl: toCurl({ method: listed.method, path: examplePath(listed, object), body: content?.example }, publicOrigin),
  };
}

/** Every problem there is, for the introduction. */
export function problemList() {
  return (Object.keys(problemTitles) as ProblemCode[]).map((code) => ({
    code,
    status: problemStatus[code],
    title: problemTitles[code],
  }));
}

export const problemExample = (): string => JSON.stringify(exampleProblem('bad_input'), null, 2);

interface Parameter {
  readonly in: 'path' | 'query';
  readonly name: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

const inlineParameters = (object: OperationObject): readonly Parameter[] =>
  (object.parameters ?? []).filter((parameter) => 'in' in parameter) as unknown as readonly Parameter[];

function parametersOf(object: OperationObject, components: Components): OperationView['parameters'] {
  const all = inlineParameters(object);
  return (['path', 'query'] as const).flatMap((place) => {
    const fields = all.filter((parameter) => parameter.in === place).map((found) => parameterRow(found, components));
    return fields.length === 0 ? [] : [{ place, fields }];
  });
}

function parameterRow({ name, required, description, schema }: Parameter, components: Components): FieldRow {
  const fallback = schema.default === undefined ? undefined : JSON.stringify(schema.default);
  return { key: name, name, depth: 0, type: typeInWords(schema, components), required, description, fallback };
}

function successOf(object: OperationObject, components: Components): OperationView['success'] {
  const [status = '204', answer] = Object.entries(object.responses).find(([code]) => code.startsWith('2')) ?? [];
  const { description = '', content } = (answer ?? {}) as {
    description?: string;
    content?: { 'application/json': { schema: JsonSchema; example: unknown } };
  };
  const json = content?.['application/json'];
  return {
    status,
    description,
    schema: json && schemaName(json.schema),
    fields: json ? fieldRows(json.schema, components) : [],
    example: json && JSON.stringify(json.example, null, 2),
  };
}

function problemsOf(object: OperationObject): OperationView['problems'] {
  return Object.entries(object.responses).flatMap(([status, answer]) => {
    const code = '$ref' in answer ? (String(answer.$ref).split('/').at(-1) as ProblemCode) : undefined;
    if (code === undefined || status === 'default') return [];
    return [{ status, code, title: problemTitles[code] }];
  });
}

/** With example values: what must be there, and nothing more. */
function examplePath({ path }: ListedOperation, object: OperationObject): string {
  const parameters = inlineParameters(object);
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), path);
  const query = new URLSearchParams(
    parameters
      .filter((parameter) => parameter.in === 'query' && parameter.required)
      .map(({ name, example }) => [name, String(example)]),
  );
  return `/api/v1${filled}${query.size === 0 ? '' : `?${query}`}`;
}
