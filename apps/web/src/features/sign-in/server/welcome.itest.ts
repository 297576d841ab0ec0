import { issueOneTimeLink } from '@oriel/db/one-time-links';
import { principalFromSession } from '@oriel/db/principal';
import { createSession } from '@oriel/db/sessions';
import { makePerson } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import type { ErrorCode, OrielError } from '@oriel/domain/errors';
import { expect, test } from 'vitest';
import { createCaller } from '@/server/root.ts';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, contextFor } from '@/server/testing/world.ts';
import { verifyPassword } from './passwords.ts';

const database = testDatabase();
testEnv(() => database.url);

const password = 'a long enough password';

async function invite() {
  const person = await makePerson(database.db);
  const issue = () => database.db.$transaction((tx) => issueOneTimeLink(tx, person.id, { validForHours: 1 }));
  return { person, token: await issue(), issue };
}

async function failureOf(call: Promise<unknown>): Promise<{ code: ErrorCode; message: string } | undefined> {
  return call.then(
    () => undefined,
    (error: { cause?: OrielError }) => ({
      code: error.cause?.code ?? 'internal',
      message: error.cause?.message ?? String(error),
    }),
  );
}

const anybody = () => callerFor(database.db, new Headers());

test('a link says whose it is, sets the password and signs in', async () => {
  const { db } = database;
  const { person, token } = await invite();
  const before = await db.$transaction((tx) => createSession(tx, { userId: person.id }));
  expect(await anybody().welcome.check({ token })).toMatchObject({ email: person.email, name: person.name });

  const context = contextFor(db, new Headers({ 'x-forwarded-for': '192.0.2.5', 'user-agent': 'test browser' }));
  await createCaller(context).welcome.accept({ token, password });
  const [line = ''] = context.resHeaders.getSetCookie();
  expect(line).toMatch(/^oriel\.session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  const value = line.slice('oriel.session='.length, line.indexOf(';'));
  expect(await principalFromSession(db, value)).toMatchObject({ userId: person.id });
  expect(await principalFromSession(db, before.value)).toBeUndefined();

  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: person.id } });
  expect(await verifyPassword(passwordHash, password)).toBe(true);
  const [entry] = await db.auditEntry.findMany({ where: { actorId: person.id } });
  expect(entry).toMatchObject({ action: 'account.set_password', address: '192.0.2.5' });
  expect(JSON.stringify(entry, (_, value) => String(value))).not.toContain(password);
});

test('a link works once, and says so the second time', async () => {
  const { token } = await invite();
  await anybody().welcome.accept({ token, password });
  const again = await failureOf(anybody().welcome.accept({ token, password: 'another long password' }));
  expect(again).toEqual({
    code: 'conflict',
    message: expect.stringMatching(/^This link has been used already\. Sign in/),
  });
  expect(await failureOf(anybody().welcome.check({ token }))).toEqual(again);
});

test('of two tries at the same moment one succeeds', async () => {
  const { person, token } = await invite();
  const tries = ['the first long password', 'the second long password'].map((secretWord) =>
    failureOf(anybody().welcome.accept({ token, password: secretWord })),
  );
  const failures = (await Promise.all(tries)).filter((failure) => failure !== undefined);
  expect(failures).toMatchObject([{ code: 'conflict' }]);
  expect(await database.db.session.count({ where: { userId: person.id } })).toBe(1);
});

test('an expired link is refused and sets nothing', async () => {
  const { person, token } = await invite();
  const createdAt = new Date(Date.now() - 7_200_000);
  const expiresAt = new Date(Date.now() - 3_600_000);
  await database.db.oneTimeLink.updateMany({ where: { userId: person.id }, data: { createdAt, expiresAt } });
  expect(await failureOf(anybody().welcome.accept({ token, password }))).toEqual({
    code: 'conflict',
    message: 'This link has expired. Ask for a new one.',
  });
  expect(await database.db.user.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ passwordHash: null });
});

test('a newer link ends the older', async () => {
  const { token, issue } = await invite();
  const newer = await issue();
  expect(await failureOf(anybody().welcome.check({ token }))).toMatchObject({ code: 'not_found' });
  expect(await failureOf(anybody().welcome.check({ token: newer }))).toBeUndefined();
});

test('a disabled person cannot come in by a link', async () => {
  const { person, token } = await invite();
  await database.db.user.update({ where: { id: person.id }, data: { disabledAt: new Date() } });
  expect(await failureOf(anybody().welcome.accept({ token, password }))).toMatchObject({ code: 'conflict' });
});

test('a short password is refused before the link is touched', async () => {
  const { token } = await invite();
  await expect(anybody().welcome.accept({ token, password: 'short' })).rejects.toThrow(/at least 12/);
  expect(await failureOf(anybody().welcome.check({ token }))).toBeUndefined();
});
