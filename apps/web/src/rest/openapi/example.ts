import type { Components, JsonSchema } from '../json-schema.ts';

/** Values that read well and pass the schemas, by the name of a field. */
const byName: Readonly<Record<string, unknown>> = {
  apiServer: 'https://203.0.113.10:6443',
  clusterName: 'edge-1',
  confirmName: 'edge-1',
  current: 'correct horse battery staple',
  cursor: '8814',
  email: 'anna@example.com',
  kubeconfig: 'apiVersion: v1\nkind: Config\n…',
  message: 'All checks have passed.',
  model: { title: 'Orders', tags: ['shop'], panels: [] },
  name: 'edge-1',
  namespace: 'shop',
  next: 'wrong mule charger brace',
  nextCursor: null,
  operationId: '8814',
  owner: 'anna@example.com',
  password: 'correct horse battery staple',
  project: 'shop',
  region: 'eu-central',
  search: 'shop',
  seed: 'eu-central',
  slug: 'shop',
  uid: 'op-4f0c9a1e7b2d8c36',
  version: '1.34.4',
  withoutEffectAt: 'eu-central',
};

const byFormat: Readonly<Record<string, string>> = {
  uuid: '7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81',
  'date-time': '2026-11-21T13:05:08.000Z',
  email: 'anna@example.com',
  uri: 'https://oriel.example.com',
};

/** A value such as the schema describes. */
export function exampleOf(schema: JsonSchema, components: Components, name = ''): unknown {
  if (schema.$ref !== undefined) {
    return exampleOf(components[schema.$ref.replace('#/components/schemas/', '')] ?? {}, components, name);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const [choice] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (choice !== undefined) return exampleOf(choice, components, name);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'object':
      return byName[name] ?? exampleObject(schema, components);
    case 'array':
      return [exampleOf(schema.items ?? {}, components, singular(name))];
    case 'string':
      return exampleText(schema, name);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

/** Fields that may be left out are left out. */
function exampleObject({ properties = {}, required = [] }: JsonSchema, components: Components) {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, schema]) => [name, exampleOf(schema, components, name)]),
  );
}

function exampleText({ format, minLength = 0 }: JsonSchema, name: string): unknown {
  if (format !== undefined && byFormat[format] !== undefined) return byFormat[format];
  return name in byName ? byName[name] : 'text'.padEnd(minLength, '-');
}

function singular(name: string): string {
  return name.replace(/s$/, '');
}
