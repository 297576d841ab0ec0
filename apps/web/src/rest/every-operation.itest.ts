import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import { publicOrigin, testEnv } from '@/server/testing/test-env.ts';
import { makeWorld, type World } from '@/server/testing/world.ts';
import { buildDocument } from './openapi/document.ts';
import { type RestOperation, restOperations, takesBody } from './operation.ts';
import { clientOf, type Sent } from './testing/client.ts';

// What holds at every address, whoever adds it. Rights themselves are tried by server/access-matrix.

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
});

const send = clientOf(() => database.db);
const { paths } = buildDocument();

interface Parameter {
  readonly in?: string;
  readonly name: string;
  readonly required: boolean;
  readonly example: unknown;
}

/** A request made from the document alone, as a generated client would. */
function example({ route }: RestOperation): { path: string; sent: Sent } {
  const object = paths[route.path]?.[route.method.toLowerCase()];
  const parameters = (object?.parameters ?? []) as unknown as Parameter[];
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce<string>(
      (path, { name, example }) => path.replace(`{${name}}`, encodeURIComponent(String(example))),
      route.path,
    );
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = new URLSearchParams(needed.map(({ name, example }) => [name, String(example)]));
  const body = object?.requestBody?.content['application/json'].example;
  return { path: query.size === 0 ? filled : `${filled}?${query}`, sent: body === undefined ? {} : { body } };
}

const operations = restOperations().map((operation) => [operation.procedure, operation] as const);

describe.each(operations)('%s', (_procedure, operation) => {
  const { access, route } = operation;
  const isPublic = access.kind === 'public';

  test('asks who is there', async () => {
    const { path, sent } = example(operation);
    const headers = { origin: publicOrigin };
    const { status, json } = await send(route.method, path, { ...sent, headers });
    if (!isPublic) expect({ status, code: json.code }).toEqual({ status: 401, code: 'unauthenticated' });
  });

  test('takes no change by a session from another origin', async () => {
    if (route.method === 'GET') return;
    const { path, sent } = example(operation);
    const headers = { cookie: world.headers.admin.get('cookie') ?? '', origin: 'https://evil.example' };
    expect(await send(route.method, path, { ...sent, headers })).toMatchObject({ status: 403 });
  });

  test('has no fault of ours for a request made from the document, or for nonsense', async () => {
    const { path, sent } = example(operation);
    const headers = { cookie: world.headers.stranger.get('cookie') ?? '', origin: publicOrigin };
    const nonsense = takesBody(route) ? { raw: '{"\\u0000":[{}]}' } : {};
    const asked = route.path === '/me/password' ? { ...sent, body: {} } : sent;
    for (const request of [asked, nonsense]) {
      const { status, json } = await send(route.method, path, { ...request, headers });
      expect({ internal: status === 500, json }).toMatchObject({ internal: false });
      expect(json.stack).toBeUndefined();
    }
    const odd = route.path.replace(/\{\w+\}/g, encodeURIComponent("';--\u0000"));
    expect((await send(route.method, odd, { headers })).status).not.toBe(500);
  });
});
