import { OrielError } from '@oriel/domain/errors';
import { whyUnfit } from '@/server/json-shape.ts';
import { maxBodyBytes } from '@/server/limits.ts';
import { readBody } from '@/server/read-body.ts';
import type { FoundOperation } from './find-operation.ts';
import type { JsonSchema } from './json-schema.ts';
import { fieldsOutsidePath, takesBody } from './operation.ts';
import { RestRefusal } from './problem.ts';

type Input = Record<string, unknown>;

/**
 * What the procedure is given: fields of the path, and of the query string or the body. Values are only brought into
 * shape here; whether they are right is said by the procedure's own schema.
 */
export async function readInput(request: Request, { operation, params }: FoundOperation): Promise<Input> {
  const path = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decode(value)]));
  const fields = fieldsOutsidePath(operation);
  const query = new URL(request.url).searchParams;
  if (!takesBody(operation.route)) {
    await refuseBody(request);
    return { ...path, ...readQuery(query, fields) };
  }
  refuseUnknown([...query.keys()], {}, 'query parameter');
  const body = await readJson(request, Object.keys(fields).length > 0);
  refuseUnknown(Object.keys(body), fields, 'field');
  return { ...path, ...body };
}

/** Text of a query string as the types of the schema; what does not fit is left as it is, for the schema to refuse. */
export function readQuery(query: URLSearchParams, fields: Readonly<Record<string, JsonSchema>>): Input {
  refuseUnknown([...query.keys()], fields, 'query parameter');
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => query.has(name))
      .map(([name, schema]) => {
        const values = query.getAll(name);
        if (schema.type === 'array') return [name, values.map((value) => coerce(value, schema.items ?? {}))];
        if (values.length > 1) {
          throw new OrielError('bad_input', `The query parameter "${name}" is given more than once.`, { field: name });
        }
        return [name, coerce(values[0] ?? '', schema)];
      }),
  );
}

function coerce(text: string, schema: JsonSchema): unknown {
  const kinds = kindsOf(schema);
  if ((kinds.has('number') || kinds.has('integer')) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (kinds.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function kindsOf({ type, anyOf = [] }: JsonSchema): ReadonlySet<string> {
  const own = type === undefined ? [] : typeof type === 'string' ? [type] : type;
  return new Set([...own, ...anyOf.flatMap((inner) => [...kindsOf(inner)])]);
}

/** A name that is not known is a typing mistake more often than not; silence would hide it. */
function refuseUnknown(names: readonly string[], fields: Readonly<Record<string, unknown>>, noun: string): void {
  const unknown = names.find((name) => !Object.hasOwn(fields, name));
  if (unknown === undefined) return;
  const known = Object.keys(fields);
  const help = known.length === 0 ? `This operation takes no ${noun}.` : `Known here: ${known.join(', ')}.`;
  throw new OrielError('bad_input', `There is no ${noun} "${unknown.slice(0, 60)}". ${help}`, {
    field: unknown.slice(0, 60),
  });
}

async function readJson(request: Request, hasFields: boolean): Promise<Input> {
  const bytes = await readBody(request, maxBodyBytes);
  if (bytes === 'too_large') {
    throw new OrielError('too_large', `The request is larger than ${maxBodyBytes / 1024} KiB. Send less.`);
  }
  if (bytes === undefined || bytes.byteLength === 0) return {};
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    throw new RestRefusal('unsupported_media_type', 'Send the body as JSON, with "Content-Type: application/json".');
  }
  const unfit = whyUnfit(bytes);
  if (unfit !== undefined) throw new OrielError('bad_input', unfit);
  const body = parse(new TextDecoder().decode(bytes));
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Input;
  throw new OrielError('bad_input', hasFields ? 'The body must be a JSON object.' : 'Send an empty JSON object.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OrielError('bad_input', 'The body is not valid JSON.', { cause });
  }
}

async function refuseBody(request: Request): Promise<void> {
  const bytes = request.body === null ? undefined : await readBody(request, 0);
  if (bytes === undefined || (bytes !== 'too_large' && bytes.byteLength === 0)) return;
  throw new OrielError('bad_input', `${request.method} takes no body here. Put the values into the query string.`);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new OrielError('bad_input', 'The address is not encoded as UTF-8 with percent signs.', { cause });
  }
}
