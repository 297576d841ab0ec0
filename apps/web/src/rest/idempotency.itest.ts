import { createHmac, randomUUID } from 'node:crypto';
import { removeExpiredKeys } from '@oriel/db/idempotency';
import { makePerson, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, expect, test } from 'vitest';
import { publicOrigin, secret, testEnv } from '@/server/testing/test-env.ts';
import { makeWorld, type World } from '@/server/testing/world.ts';
import { clientOf } from './testing/client.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
});

const send = clientOf(() => database.db);
const as = (role: 'owner' | 'admin') => ({ cookie: world.headers[role].get('cookie') ?? '', origin: publicOrigin });
const project = (slug = randomName('once')) => ({ name: 'Once', slug, seedId: world.own.seedId });
const create = (body: unknown, key: string, role: 'owner' | 'admin' = 'admin') =>
  send('POST', '/projects', { body, headers: { ...as(role), 'idempotency-key': key } });
const projects = (slug: string) => database.db.project.count({ where: { slug } });
const rows = (key: string) => database.db.idempotencyKey.findMany({ where: { key } });

test('a repetition gets the first answer again and makes nothing', async () => {
  const [body, key] = [project(), randomUUID()];
  const first = await create(body, key);
  expect(first.status).toBe(201);
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  const { name, ...rest } = body;
  const again = await create({ ...rest, name }, `"${key}"`);
  expect(again).toMatchObject({ status: 201, json: first.json });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
});

test('ten at the same moment make one thing', async () => {
  const [body, key] = [project(), randomUUID()];
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(body, key)));
  const done = answers.filter(({ status }) => status === 201);
  const waiting = answers.filter(({ status }) => status === 409);
  expect(done.length + waiting.length).toBe(10);
  expect(done.filter(({ headers }) => !headers.has('idempotency-replayed'))).toHaveLength(1);
  for (const { json, headers } of waiting) {
    expect(json).toMatchObject({ code: 'conflict', retryable: true });
    expect(headers.get('retry-after')).toBe('1');
  }
  expect(await projects(body.slug)).toBe(1);
});

test('the key of one request is not taken for another', async () => {
  const key = randomUUID();
  await create(project(), key);
  const other = project();
  expect(await create(other, key)).toMatchObject({ status: 422, json: { code: 'key_reused' } });
  expect(await projects(other.slug)).toBe(0);
});

test('a key belongs to the session or token that sent it', async () => {
  const [body, key] = [project(), randomUUID()];
  const made = await create(body, key);
  const { status, text } = await create(body, key, 'owner');
  expect(status).toBe(403);
  expect(text).not.toContain(String(made.json.id));
});

test('who may not ask any more gets no old answer either', async () => {
  const { db } = database;
  const { id: userId } = world.people.editor;
  const headers = {
    cookie: world.headers.editor.get('cookie') ?? '',
    origin: publicOrigin,
    'idempotency-key': randomUUID(),
  };
  const body = { model: { title: 'Orders', panels: [] } };
  const post = () => send('POST', `/projects/${world.own.slug}/own-dashboards`, { body, headers });
  const { status, json } = await post();
  expect(status).toBe(201);
  const dashboards = () => db.projectDashboard.count({ where: { uid: String(json.uid) } });
  expect(await post()).toMatchObject({ status: 201, json });
  await db.roleBinding.updateMany({ where: { userId }, data: { role: 'viewer' } });
  expect(await post()).toMatchObject({ status: 403 });
  await db.roleBinding.deleteMany({ where: { userId } });
  const { status: gone, text } = await post();
  expect([gone, text]).toEqual([404, expect.not.stringContaining(String(json.uid))]);
  expect(await dashboards()).toBe(1);
});

test('an administrator who is none any more gets no old answer either', async () => {
  const [body, key] = [project(), randomUUID()];
  const { id } = world.people.admin;
  await create(body, key);
  await makePerson(database.db, { isPlatformAdmin: true });
  await database.db.user.update({ where: { id }, data: { isPlatformAdmin: false } });
  expect(await create(body, key)).toMatchObject({ status: 403 });
  await database.db.user.update({ where: { id }, data: { isPlatformAdmin: true } });
  expect(await create(body, key)).toMatchObject({ status: 201 });
});

test('no guess at what was sent can be tried out on the hash that is kept', async () => {
  const [body, key] = [project(), randomUUID()];
  await create(body, key);
  const fields = Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(['idempotency', 'projects.create', fields]);
  const [kept] = await rows(key);
  expect(Buffer.from(kept?.requestHash ?? [])).toEqual(createHmac('sha256', secret).update(text).digest());
});

test('a refusal leaves the key free', async () => {
  const [body, key] = [project(), randomUUID()];
  expect((await create({ ...body, seedId: randomUUID() }, key)).status).toBeGreaterThanOrEqual(400);
  expect(await rows(key)).toEqual([]);
  expect((await create(body, key)).status).toBe(201);
});

test('a secret that is shown once is neither kept nor shown again', async () => {
  const key = randomUUID();
  const post = () =>
    send('POST', '/tokens', { body: { name: 'ci' }, headers: { ...as('owner'), 'idempotency-key': key } });
  const { status, json } = await post();
  expect(status).toBe(201);
  expect(JSON.stringify(await rows(key))).not.toContain(String(json.value));
  expect(await rows(key)).toMatchObject([{ state: 'done', answer: null }]);
  const again = await post();
  expect(again).toMatchObject({ status: 409, json: { code: 'conflict', retryable: false } });
  expect(await database.db.apiToken.count({ where: { userId: world.people.owner.id, name: 'ci' } })).toBe(1);
});

test('a request whose process is gone is never carried out again', async () => {
  const [body, key] = [project(), randomUUID()];
  await create(body, key);
  const createdAt = new Date(Date.now() - 600_000);
  await database.db
    .$executeRaw`UPDATE idempotency_keys SET state = 'running', answer = NULL, created_at = ${createdAt} WHERE key = ${key}`;
  const again = await create(body, key);
  expect(again).toMatchObject({ status: 409, json: { retryable: false } });
  expect(again.json.detail).toMatch(/not known what it did/);
  expect(await projects(body.slug)).toBe(1);
});

test('an expired key is free again, and is swept', async () => {
  const key = randomUUID();
  await create(project(), key);
  const expiresAt = new Date(Date.now() - 1_000);
  await database.db.idempotencyKey.updateMany({ where: { key }, data: { expiresAt } });
  expect((await create(project(), key)).status).toBe(201);
  await database.db.idempotencyKey.updateMany({ where: { key }, data: { expiresAt } });
  expect(await removeExpiredKeys(database.db)).toBeGreaterThan(0);
  expect(await rows(key)).toEqual([]);
});

test.each(['', ' ', 'x'.repeat(256), 'ä'])('the key %j is refused', async (key) => {
  const headers = {
    ...as('admin'),
    'idempotency-key': encodeURIComponent(key) === key ? key : key.replace('ä', '\xe4'),
  };
  expect(await send('POST', '/projects', { body: project(), headers })).toMatchObject({ status: 400 });
});
