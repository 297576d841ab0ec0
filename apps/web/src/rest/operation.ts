import { z } from 'zod';
import type { ProcedureMeta } from '@/server/access.ts';
import { appRouter } from '@/server/root.ts';
import { type Components, type JsonSchema, toJsonSchema } from './json-schema.ts';
import type { RestRoute } from './route.ts';

/** One procedure as the REST API offers it. */
export interface RestOperation {
  /** `projects.create`. */
  readonly procedure: string;
  readonly route: RestRoute;
  readonly access: ProcedureMeta;
  /** Fields of the input that stand in the path, in its order. */
  readonly pathFields: readonly string[];
  /** Every field of the input; `required` names those that must be there. */
  readonly fields: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
  /** Undefined: it answers nothing. */
  readonly output: z.ZodType | undefined;
  readonly status: number;
}

export interface DeclaredProcedure {
  readonly _def: {
    readonly type: 'query' | 'mutation' | 'subscription';
    readonly meta?: ProcedureMeta;
    readonly inputs: readonly unknown[];
    readonly output?: unknown;
  };
}

export const declaredProcedures = appRouter._def.procedures as unknown as Readonly<Record<string, DeclaredProcedure>>;

let known: readonly RestOperation[] | undefined;

/** Every procedure with a place in the REST API. */
export function restOperations(): readonly RestOperation[] {
  known ??= Object.entries(declaredProcedures).flatMap(([procedure, declared]) => {
    const { meta } = declared._def;
    return meta?.rest === undefined ? [] : [describe(procedure, declared, { access: meta, route: meta.rest })];
  });
  return known;
}

/** The fields that are not in the path come from here. */
export function fieldsOutsidePath({ fields, pathFields }: RestOperation): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !pathFields.includes(name)));
}

export function takesBody({ method }: RestRoute): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH';
}

function describe(
  procedure: string,
  { _def }: DeclaredProcedure,
  { access, route }: { access: ProcedureMeta; route: RestRoute },
): RestOperation {
  // Inputs have no ids: a field is described where it is used.
  const inlined: Components = {};
  const [input] = _def.inputs;
  const schema = input instanceof z.ZodType ? toJsonSchema(input, 'input', inlined) : {};
  const output = _def.output instanceof z.ZodType ? _def.output : undefined;
  return {
    procedure,
    route,
    access,
    pathFields: [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    fields: schema.properties ?? {},
    required: schema.required ?? [],
    output,
    status: route.status ?? (output === undefined && route.download === undefined ? 204 : 200),
  };
}
