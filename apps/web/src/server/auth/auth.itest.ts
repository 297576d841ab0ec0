import { createDb } from '@oriel/db/client';
import { Guesses } from '@oriel/db/guesses';
import { createPool, type Pool } from '@oriel/db/pool';
import { principalFromSession } from '@oriel/db/principal';
import { makePerson } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSignInLimits, type SignInLimits } from '@/features/sign-in/server/limits.ts';
import { hashPassword } from '@/features/sign-in/server/passwords.ts';
import { createCallLimits } from '../call-limits.ts';
import { Browser } from '../testing/browser.ts';
import { publicOrigin, secret, testEnv } from '../testing/test-env.ts';
import type { AuthHandlerOptions } from './handler.ts';

const database = testDatabase();
testEnv(() => database.url);

const password = 'correct horse battery staple';
let passwordHash: string;
let pool: Pool;
let limits: SignInLimits;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  pool = createPool(database.url, 2);
  limits = createSignInLimits(pool);
});
afterAll(() => pool.end());

function newBrowser(options: Partial<AuthHandlerOptions> = {}): Browser {
  return new Browser({ db: database.db, publicOrigin, trustedHops: 1, secret, limits, ...options });
}

let browser: Browser;
let email: string;
let userId: string;
beforeEach(async () => {
  browser = newBrowser();
  ({ email, id: userId } = await makePerson(database.db, { passwordHash }));
});

describe('signing in', () => {
  test('sets an opaque cookie that the database knows by its hash, and writes it down', async () => {
    const answer = await browser.signIn(email.toUpperCase(), password);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ url: `${publicOrigin}/fleet` });
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('oriel.session='));
    expect(line).toMatch(/^oriel\.session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(await principalFromSession(database.db, browser.session ?? '')).toMatchObject({ userId });
    const [row] = await database.db.session.findMany({ where: { userId } });
    expect(row).toMatchObject({ address: '192.0.2.1', userAgent: 'test browser' });
    const entries = await database.db.auditEntry.findMany({ where: { actorId: userId } });
    expect(entries).toMatchObject([{ action: 'session.sign_in', targetId: row?.id, address: '192.0.2.1' }]);
  });

  test('with a password that is replaced while it is checked begins no session', async () => {
    const succeeded = async () => {
      await database.db.user.update({ where: { id: userId }, data: { passwordHash: await hashPassword('another') } });
    };
    const answer = await newBrowser({ limits: { ...limits, succeeded } }).signIn(email, password);
    expect(answer.status).toBe(503);
    expect(await database.db.session.count({ where: { userId } })).toBe(0);
  });

  test('gives a new id each time', async () => {
    await browser.signIn(email, password);
    const first = browser.session;
    await browser.signIn(email, password);
    expect(browser.session).not.toBe(first);
  });

  test('on https the cookie is __Host- and Secure', async () => {
    const https = newBrowser({ publicOrigin: 'https://oriel.example.com' });
    const answer = await https.signIn(email, password);
    const line = answer.headers.getSetCookie().find((cookie) => cookie.includes('oriel.session'));
    expect(line).toMatch(/^__Host-oriel\.session=.*; Path=\/; .*; HttpOnly; Secure; SameSite=Lax$/);
    expect(line).not.toContain('Domain');
  });

  test.each([
    ['a wrong password', async () => [email, 'a wrong password']],
    ['an unknown address', async () => [`x${email}`, password]],
    ['an address that is none', async () => ['x', password]],
    ['a person who never set a password', async () => [(await makePerson(database.db)).email, password]],
    [
      'a disabled person',
      async () => {
        await database.db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
        return [email, password];
      },
    ],
  ] as const)('%s gets the one answer for all failures', async (_, credentials) => {
    const [who = '', secretWord = ''] = await credentials();
    const answer = await browser.signIn(who, secretWord);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      url: `${publicOrigin}/api/auth/error?error=CredentialsSignin&provider=credentials`,
    });
    expect(browser.session).toBeUndefined();
  });

  test('goes nowhere else afterwards, whatever callbackUrl says', async () => {
    const answer = await browser.signIn(email, password, { callbackUrl: 'https://evil.example/' });
    expect(((await answer.json()) as { url: string }).url).toBe(publicOrigin);
  });

  test('needs the token against cross-site requests', async () => {
    const answer = await browser.signIn(email, password, { csrfToken: 'forged' });
    expect(((await answer.json()) as { url: string }).url).toContain('csrf=true');
    expect(browser.session).toBeUndefined();
  });

  test.each(['https://evil.example', 'http://grafana.oriel.localhost:3000', 'null', ''])(
    'is refused from a page of "%s"',
    async (origin) => {
      const answer = await browser.send('POST', 'callback/credentials', { email, password }, { origin });
      expect(answer.status).toBe(403);
    },
  );

  test.each([
    ['POST', '_log'],
    ['POST', 'session'],
    ['POST', 'signin/credentials'],
    ['GET', 'callback/credentials'],
    ['GET', 'verify-request'],
  ] as const)('%s %s is not one of the doors', async (method, path) => {
    expect((await browser.send(method, path)).status).toBe(404);
  });
});

describe('too many tries', () => {
  test('the account is closed to the address that failed, even with the right password, and to no other', async () => {
    browser.address = '198.51.100.7';
    for (let tries = 0; tries < 5; tries += 1) expect((await browser.signIn(email, 'wrong')).status).toBe(401);
    const answer = await browser.signIn(email, password);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(browser.session).toBeUndefined();

    const elsewhere = newBrowser();
    elsewhere.address = '203.0.113.9';
    expect((await elsewhere.signIn(email, password)).status).toBe(200);
  });

  test('tries sent all at once count like tries in a row', async () => {
    const tryOnce = () => {
      const another = newBrowser();
      another.address = '198.51.100.8';
      return another.signIn(email, 'wrong');
    };
    const answers = await Promise.all(Array.from({ length: 12 }, tryOnce));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test('an unknown address is limited the same, so that the limit tells nothing', async () => {
    browser.address = '198.51.100.9';
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) statuses.push((await browser.signIn(`x${email}`, 'wrong')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('close nothing where nobody told the address, since everybody would share it; they are only slowed', async () => {
    const nowhere = newBrowser({ trustedHops: 2 });
    for (let tries = 0; tries < 7; tries += 1) expect((await nowhere.signIn(email, 'wrong')).status).toBe(401);
    expect((await newBrowser({ trustedHops: 2 }).signIn(email, password)).status).toBe(200);
    const startedAt = performance.now();
    for (let tries = 0; tries < 6; tries += 1) expect((await nowhere.signIn(email, 'wrong')).status).toBe(401);
    expect(performance.now() - startedAt).toBeGreaterThan(500);
  });

  test('a success clears the failures before it', async () => {
    browser.address = '198.51.100.10';
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 3; tries += 1) expect((await browser.signIn(email, 'wrong')).status).toBe(401);
      expect((await browser.signIn(email, password)).status).toBe(200);
    }
  });
});

describe('a session', () => {
  test('is told its person and keeps its id', async () => {
    await browser.signIn(email, password);
    const before = browser.session;
    const answer = await browser.send('GET', 'session');
    expect(await answer.json()).toEqual({ user: { name: 'A Person', email }, expires: expect.any(String) });
    expect(browser.session).toBe(before);
  });

  test('that was revoked is nobody, and its cookie is taken away', async () => {
    await browser.signIn(email, password);
    await database.db.session.updateMany({ where: { userId }, data: { revokedAt: new Date() } });
    expect(await (await browser.send('GET', 'session')).json()).toEqual({});
    expect(browser.session).toBeUndefined();
  });

  test('that is nobody’s is looked up no more where one address brings many; whoever is signed in stays so', async () => {
    const callLimits = createCallLimits(undefined, new Guesses({ most: 2 }));
    const here = newBrowser({ callLimits });
    await here.signIn(email, password);
    const before = here.session;
    expect((await here.send('GET', 'session')).status).toBe(200);
    const statuses: number[] = [];
    for (let tries = 0; tries < 3; tries += 1) {
      const guesser = newBrowser({ callLimits });
      guesser.cookies.set('oriel.session', `guess-${tries}`);
      const answer = await guesser.send('GET', 'session');
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([200, 200, 429]);
    expect((await here.send('GET', 'session')).status).toBe(200);
    expect(here.session).toBe(before);
  });

  test('ends everywhere when its person signs out', async () => {
    await browser.signIn(email, password);
    const value = browser.session ?? '';
    await browser.signOut();
    expect(browser.session).toBeUndefined();
    expect(await principalFromSession(database.db, value)).toBeUndefined();
    const actions = await database.db.auditEntry.findMany({ where: { actorId: userId }, orderBy: { id: 'asc' } });
    expect(actions.map(({ action }) => action)).toEqual(['session.sign_in', 'session.sign_out']);
  });
});

describe('while the database is away', () => {
  const away = createDb('postgresql://oriel:oriel@127.0.0.1:1/oriel');

  test('nobody is signed out by a look-up that could not be made', async () => {
    await browser.signIn(email, password);
    const offline = newBrowser({ db: away });
    for (const [name, value] of browser.cookies) offline.cookies.set(name, value);
    const answer = await offline.send('GET', 'session');
    expect(answer.status).toBe(503);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('signing in and out say that nothing was decided', async () => {
    const offline = newBrowser({ db: away });
    const answer = await offline.signIn(email, password);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('database does not answer') });
    offline.cookies.set('oriel.session', 'a'.repeat(43));
    const out = await offline.signOut();
    expect(out.status).toBe(503);
    expect(offline.session).toBeDefined();
  });
});
