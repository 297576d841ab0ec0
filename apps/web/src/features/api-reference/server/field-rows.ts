import type { Components, JsonSchema } from '@/rest/json-schema.ts';
import type { FieldRow } from '../types.ts';

/** Deeper is a reason to look into openapi.json instead. */
const deepest = 4;

/** The fields of an object schema from top to bottom, each followed by its own. */
export function fieldRows(schema: JsonSchema, components: Components, parent?: FieldRow): FieldRow[] {
  const { properties = {}, required = [] } = objectOf(schema, components) ?? {};
  return Object.entries(properties).flatMap(([name, field]) => {
    const row: FieldRow = {
      key: parent === undefined ? name : `${parent.key}.${name}`,
      name,
      depth: parent === undefined ? 0 : parent.depth + 1,
      type: typeInWords(field, components),
      required: required.includes(name),
      description: field.description ?? resolve(field, components).description,
      fallback: field.default === undefined ? undefined : JSON.stringify(field.default),
    };
    return row.depth === deepest ? [row] : [row, ...fieldRows(field, components, row)];
  });
}

/** The name that a schema has in the document. */
export function schemaName(schema: JsonSchema): string | undefined {
  return schema.$ref?.split('/').at(-1);
}

export function typeInWords(schema: JsonSchema, components: Components): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map((choice) => typeInWords(choice, components)).join(' or ');
  if (schema.enum !== undefined) return schema.enum.map(String).join(' · ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const name = schemaName(schema);
  if (name !== undefined) return name;
  if (schema.type === undefined) return 'anything';
  if (typeof schema.type !== 'string') {
    return schema.type.map((type) => typeInWords({ ...schema, type }, components)).join(' or ');
  }
  return simpleType(schema.type, schema, components);
}

function simpleType(type: string, schema: JsonSchema, components: Components): string {
  switch (type) {
    case 'array':
      return `list of ${typeInWords(schema.items ?? {}, components)}`;
    case 'string':
      return formats[schema.format ?? ''] ?? text(schema);
    case 'integer':
      return range('whole number', schema);
    case 'number':
      return range('number', schema);
    case 'boolean':
      return 'true or false';
    default:
      return type;
  }
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'UUID',
  'date-time': 'time (RFC 3339)',
  email: 'e-mail address',
  uri: 'address (URL)',
};

function text({ minLength, maxLength }: JsonSchema): string {
  const least = minLength !== undefined && minLength > 1 ? ` of at least ${minLength}` : '';
  if (maxLength === undefined) return least === '' ? 'text' : `text${least} characters`;
  return `text${least}${least === '' ? ' of' : ' and'} at most ${maxLength} characters`;
}

function range(noun: string, { minimum, maximum }: JsonSchema): string {
  if (minimum === undefined) return maximum === undefined ? noun : `${noun} to ${maximum}`;
  return maximum === undefined ? `${noun} from ${minimum}` : `${noun} from ${minimum} to ${maximum}`;
}

function resolve(schema: JsonSchema, components: Components): JsonSchema {
  const name = schemaName(schema);
  return name === undefined ? schema : (components[name] ?? {});
}

/** The object whose fields are to be listed: of the schema itself, of a list's items, of what may also be null. */
function objectOf(schema: JsonSchema, components: Components): JsonSchema | undefined {
  const found = resolve(schema, components);
  if (found.properties !== undefined) return found;
  if (found.items !== undefined) return objectOf(found.items, components);
  for (const choice of found.anyOf ?? []) {
    const inner = objectOf(choice, components);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
