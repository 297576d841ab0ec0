import { resolve } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { declaredProcedures, restOperations } from '../operation.ts';
import { buildDocument } from './document.ts';
import { openApiText } from './text.ts';

const file = resolve(import.meta.dirname, '../../../../../docs/openapi.json');

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(openApiText()));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('docs/openapi.json is what is served (`vitest -u` writes it anew)', async () => {
  await expect(openApiText()).toMatchFileSnapshot(file);
});

test('names every operation once', () => {
  const ids = Object.values(buildDocument().paths).flatMap((item) => Object.values(item).map((o) => o.operationId));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]+$/);
});

test('examples of bodies pass the procedures’ own schemas', () => {
  const { paths } = buildDocument();
  for (const { procedure, route, pathFields } of restOperations()) {
    const object = paths[route.path]?.[route.method.toLowerCase()];
    const body = object?.requestBody?.content['application/json'].example as object | undefined;
    if (body === undefined) continue;
    const parameters = (object?.parameters ?? []) as unknown as { name: string; example: unknown }[];
    const path = parameters.filter(({ name }) => pathFields.includes(name)).map(({ name, example }) => [name, example]);
    const [input] = declaredProcedures[procedure]?._def.inputs ?? [];
    const { success, error } = (input as z.ZodType).safeParse({ ...Object.fromEntries(path), ...body });
    expect({ procedure, success, error: error?.message }).toEqual({ procedure, success: true, error: undefined });
  }
});
