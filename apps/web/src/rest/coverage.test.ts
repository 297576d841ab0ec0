import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toJsonSchema } from './json-schema.ts';
import { declaredProcedures, restOperations, takesBody } from './operation.ts';

/** Procedures that programs have no use for, and why. Short on purpose: everything the pages can do, the API can do. */
const withoutRest: Readonly<Record<string, string>> = {
  'dashboards.open': 'carries the session of a browser over to Grafana’s origin',
  'dashboards.openAll': 'the same',
  'welcome.check': 'belongs to the page behind a one-time link',
  'welcome.accept': 'sets a session cookie in the browser that opened the link',
};

describe('everything the pages can do, the REST API can do', () => {
  const callable = Object.entries(declaredProcedures).filter(([, { _def }]) => _def.type !== 'subscription');

  test('each query and mutation has `rest` beside its permission', () => {
    const missing = callable.filter(([, { _def }]) => _def.meta?.rest === undefined).map(([path]) => path);
    expect(missing.sort()).toEqual(Object.keys(withoutRest).sort());
  });
});

describe.each(restOperations().map((operation) => [operation.procedure, operation] as const))(
  '%s',
  (name, operation) => {
    const { route, pathFields, fields, output } = operation;

    test('is a GET exactly where it changes nothing', () => {
      expect(route.method === 'GET').toBe(declaredProcedures[name]?._def.type === 'query');
    });

    test('has a path of nouns in kebab-case, and fields of its input in it', () => {
      expect(route.path).toMatch(/^(\/([a-z]+(-[a-z]+)*|\{[a-zA-Z]+\}))+$/);
      expect(Object.keys(fields)).toEqual(expect.arrayContaining([...pathFields]));
    });

    test('says in a few words what it does', () => {
      expect(route.summary).toMatch(/^[A-Z][^.]{3,60}$/);
      expect(route.description ?? 'So.').toMatch(/\.$/);
    });

    test('takes from a query string only what fits into one', () => {
      if (takesBody(route)) return;
      const objects = Object.entries(fields).filter(([, schema]) => schema.type === 'object');
      expect(objects).toEqual([]);
    });

    test('answers an object, so that it may gain fields, with a page of a list that can grow', () => {
      if (output === undefined) return;
      const components = {};
      const schema = toJsonSchema(z.object({ output }), 'output', components).properties?.output;
      const resolved = schema?.$ref === undefined ? schema : components[schema.$ref.split('/').at(-1) as never];
      expect(resolved).toMatchObject({ type: 'object' });
    });

    test('marks an answer that holds a secret', () => {
      if (output === undefined || route.method === 'GET') return;
      const text = JSON.stringify(toJsonSchema(output, 'output', {}));
      const secret = /"(value|link|token|secret|password)":\{"(type":"string|format|anyOf)/.test(text);
      if (secret) expect(route.shownOnce).toBe(true);
    });
  },
);

test('no two share an address', () => {
  const addresses = restOperations().map(
    ({ route: { method, path } }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`,
  );
  expect(new Set(addresses).size).toBe(addresses.length);
});
