import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { sealClientSecret } from '@/features/identity-providers/server/client-secret.ts';
import type { Browser } from '../../testing/browser.ts';
import { makeProviderRow } from '../../testing/provider-rows.ts';
import { atProvider, begin, comeBack, signInAt } from '../../testing/provider-visit.ts';
import { realProviders } from '../../testing/real-providers.ts';
import { testEnv } from '../../testing/test-env.ts';

const database = testDatabase();
testEnv(() => database.url);
const providers = realProviders(database, { info: false, token: true });

let browser: Browser;
let login: string;
beforeEach(() => {
  browser = providers.newBrowser();
  login = providers.says();
});

test('a disabled person is told what a wrong password is told, and it is written down', async () => {
  await signInAt(browser, 'info', login);
  const { id } = await database.db.user.findUniqueOrThrow({ where: { email: `${login}@example.com` } });
  await database.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
  const elsewhere = providers.newBrowser();
  expect(await signInAt(elsewhere, 'info', login)).toMatchObject({ error: 'CredentialsSignin' });
  expect(elsewhere.session).toBeUndefined();
  const entries = await database.db.auditEntry.findMany({ where: { targetId: id, action: 'session.refuse' } });
  expect(entries).toMatchObject([{ after: { reason: 'disabled' } }]);
});

test('turning it down at the provider leads back with a sentence', async () => {
  expect(await signInAt(browser, 'info', '')).toMatchObject({
    error: 'Denied',
    path: expect.stringMatching(/^\/sign-in\?/),
  });
});

describe('a provider that is switched off', () => {
  test('is unknown, and so is one that never was', async () => {
    await makeProviderRow(database.db, { id: 'off', issuer: 'https://off.example.com' });
    await database.db.identityProvider.update({ where: { id: 'off' }, data: { enabled: false } });
    for (const id of ['off', 'never-was', '..', 'A']) {
      const answer = await browser.send('POST', `signin/${id}`, {});
      expect([answer.status, await answer.json()]).toEqual([404, { error: 'UnknownProvider' }]);
    }
  });

  test('while somebody is there does not let them in', async () => {
    const callback = await atProvider(await begin(browser, 'token'), login);
    await database.db.identityProvider.update({ where: { id: 'token' }, data: { enabled: false } });
    try {
      expect(await comeBack(browser, callback)).toMatchObject({ error: 'UnknownProvider' });
    } finally {
      await database.db.identityProvider.update({ where: { id: 'token' }, data: { enabled: true } });
    }
  });
});

test('a wrong client secret is a sentence, not a fault', async () => {
  const before = await database.db.identityProvider.findUniqueOrThrow({ where: { id: 'info' } });
  const clientSecretEnvelope = await sealClientSecret('info', 'another secret');
  await database.db.identityProvider.update({ where: { id: 'info' }, data: { clientSecretEnvelope } });
  try {
    expect(await signInAt(browser, 'info', login)).toMatchObject({ error: 'ProviderFault' });
  } finally {
    const { clientSecretEnvelope: right } = before;
    await database.db.identityProvider.update({ where: { id: 'info' }, data: { clientSecretEnvelope: right } });
  }
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/%0d%0aset-cookie:x=y',
  ' /x',
])('does not lead to %s afterwards', async (from) => {
  const landing = await signInAt(browser, 'info', login, from);
  expect(landing.error).toBeNull();
  expect(['/', '/%0d%0aset-cookie:x=y']).toContain(landing.path);
});

test.each(['https://evil.example', 'null', ''])('is not begun by a page of "%s"', async (origin) => {
  for (const door of ['signin', 'connect']) {
    const answer = await browser.send('POST', `${door}/info`, {}, { origin });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
});

test('beginnings from one address are limited', async () => {
  browser.address = '198.51.100.77';
  const statuses = new Map<number, number>();
  for (let start = 0; start < 310; start += 1) {
    const { status } = await browser.send('POST', 'signin/never-was', {});
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect(Object.fromEntries(statuses)).toEqual({ 404: 300, 429: 10 });
});
