import { principalFromSession } from '@oriel/db/principal';
import { makePerson, makeProject } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { roleIn } from '@oriel/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { signInAt } from '../../testing/provider-visit.ts';
import { realProviders } from '../../testing/real-providers.ts';
import { publicOrigin, testEnv } from '../../testing/test-env.ts';

// Real providers behind the real handlers, on a real database.

const database = testDatabase();
testEnv(() => database.url);
const providers = realProviders(database, { info: false, token: true });

let browser: Browser;
let login: string;
beforeEach(() => {
  browser = providers.newBrowser();
  login = providers.says();
});

const says = (claims: Record<string, unknown>) => providers.says(claims, login);
const principal = async () => principalFromSession(database.db, browser.session ?? '');
const personOf = (name: string) =>
  database.db.user.findUnique({ where: { email: `${name}@example.com` }, include: { groups: true, identities: true } });

describe.each(['info', 'token'])('signing in, claims in the %s', (id) => {
  test('makes a new person with their groups, and goes where they wanted to be', async () => {
    const landing = await signInAt(browser, id, login, '/p/shop/logs?from=now-1h');
    expect(landing).toEqual({ status: 303, path: '/p/shop/logs?from=now-1h', error: null });
    expect(await principal()).toMatchObject({
      email: `${login}@example.com`,
      name: 'Anna Example',
      isPlatformAdmin: false,
    });
    const person = await personOf(login);
    expect(person).toMatchObject({ passwordHash: null, identities: [{ providerId: id, subject: login }] });
    expect(person?.groups).toMatchObject([{ providerId: id, groupName: 'dev' }]);
    const [session] = await database.db.session.findMany({ where: { userId: person?.id ?? '' } });
    expect(session).toMatchObject({ providerId: id, address: browser.address, userAgent: 'test browser' });
    const entries = await database.db.auditEntry.findMany({
      where: { actorId: person?.id ?? '' },
      orderBy: { id: 'asc' },
    });
    expect(entries.map(({ action }) => action)).toEqual(['user.create', 'session.sign_in']);
    expect(entries[1]?.after).toMatchObject({ provider: id, joined: ['dev'] });
  });
});

test('begins with a proof key, a state and a nonce, and keeps them in a cookie that scripts cannot read', async () => {
  const answer = await browser.send('POST', 'signin/info', { from: '/' });
  const { url } = (await answer.json()) as { url: string };
  const asked = Object.fromEntries(new URL(url).searchParams);
  expect(asked).toMatchObject({
    client_id: 'oriel',
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${publicOrigin}/api/auth/callback/info`,
    scope: 'openid profile email groups',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
  const [line = ''] = answer.headers.getSetCookie();
  expect(line).toMatch(/^oriel\.sign-in\.info=[^;]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/);
  for (const name of ['state', 'nonce']) expect(line).not.toContain(asked[name]);
});

test('leaves no token and no flow behind', async () => {
  await signInAt(browser, 'info', login);
  expect([...browser.cookies.keys()]).toEqual(['oriel.session']);
});

describe('groups', () => {
  test('give and take the administrator and a project’s role at each sign-in', async () => {
    const project = await makeProject(database.db);
    const binding = { projectId: project.id, providerId: 'info', groupName: 'shop-viewers', role: 'viewer' } as const;
    await database.db.roleBinding.create({ data: binding });
    says({ groups: ['platform-admins', 'shop-viewers', 'unheard-of'] });
    await signInAt(browser, 'info', login);
    const before = await principal();
    expect(before?.isPlatformAdmin).toBe(true);
    expect(roleIn(before as never, project.id)).toBe('viewer');

    says({ groups: ['unheard-of'] });
    await signInAt(browser, 'info', login);
    const after = await principal();
    expect(after?.isPlatformAdmin).toBe(false);
    expect(roleIn(after as never, project.id)).toBeNull();
    expect((await personOf(login))?.groups.map(({ groupName }) => groupName)).toEqual(['unheard-of']);
  });

  test('of one provider say nothing about the other’s', async () => {
    const project = await makeProject(database.db);
    const binding = { projectId: project.id, providerId: 'token', groupName: 'dev', role: 'viewer' } as const;
    await database.db.roleBinding.create({ data: binding });
    await signInAt(browser, 'info', login);
    expect(roleIn((await principal()) as never, project.id)).toBeNull();
  });

  test('that did not change are not written, so nobody’s cache is emptied', async () => {
    await signInAt(browser, 'info', login);
    const rows = () => database.db.$queryRaw`SELECT xmin::text, ctid::text FROM group_memberships ORDER BY 1, 2`;
    const before = await rows();
    await signInAt(browser, 'info', login);
    expect(await rows()).toEqual(before);
  });

  test('that no binding can name are left out', async () => {
    says({ groups: ['dev', 'x'.repeat(257), 'nul\0', '\ud800'] });
    await signInAt(browser, 'info', login);
    expect((await personOf(login))?.groups.map(({ groupName }) => groupName)).toContain('dev');
    const groups = (await personOf(login))?.groups ?? [];
    expect(groups.every(({ groupName }) => groupName.length <= 256)).toBe(true);
  });
});

describe('claims that do not suffice are refused', () => {
  test.each([
    ['no e-mail address', { email: undefined }, 'NoEmail'],
    ['an empty e-mail address', { email: '' }, 'NoEmail'],
    ['no groups', { groups: undefined }, 'NoGroups'],
    ['groups that are no list', { groups: 'platform-admins' }, 'NoGroups'],
    ['a list of other things', { groups: [{ name: 'platform-admins' }] }, 'NoGroups'],
    ['no group at all', { groups: [] }, 'EmptyGroups'],
    ['too many groups', { groups: Array.from({ length: 501 }, (_, index) => `g${index}`) }, 'TooManyGroups'],
    ['an address that is not verified', { email_verified: false }, 'EmailUnverified'],
    ['an address of which it is not said', { email_verified: undefined }, 'EmailUnverified'],
  ])('%s', async (_, claims, error) => {
    says(claims);
    for (const id of ['info', 'token']) {
      const landing = await signInAt(browser, id, login, '/fleet');
      expect(landing).toEqual({ status: 303, path: `/sign-in?error=${error}&provider=${id}&from=%2Ffleet`, error });
      expect(browser.session).toBeUndefined();
    }
    expect(await personOf(login)).toBeNull();
  });
});

describe('a provider whose addresses are trusted', () => {
  const trust = (trustsEmail: boolean) =>
    database.db.identityProvider.updateMany({ where: { id: { in: ['info', 'token'] } }, data: { trustsEmail } });
  beforeEach(() => trust(true));
  afterEach(() => trust(false));

  test.each(['info', 'token'])('need not say that it verified one, claims in the %s', async (id) => {
    says({ email_verified: undefined });
    expect(await signInAt(browser, id, login)).toMatchObject({ error: null });
    expect(await personOf(login)).not.toBeNull();
  });

  test('is still believed where it says that it did not', async () => {
    says({ email_verified: false });
    expect(await signInAt(browser, 'token', login)).toMatchObject({ error: 'EmailUnverified' });
  });
});

describe('an account is never found by its address', () => {
  test('one that exists stays as it is, and the try is written down', async () => {
    const person = await makePerson(database.db, { isPlatformAdmin: true });
    says({ email: person.email.toUpperCase() });
    expect(await signInAt(browser, 'info', login)).toMatchObject({ error: 'EmailTaken' });
    expect(browser.session).toBeUndefined();
    expect(await database.db.identity.count({ where: { userId: person.id } })).toBe(0);
    const entries = await database.db.auditEntry.findMany({ where: { targetId: person.id } });
    expect(entries).toMatchObject([{ action: 'session.refuse', actorId: null, after: { reason: 'email_taken' } }]);
  });

  test('of two first sign-ins at once with one address one makes the person', async () => {
    const other = providers.says({ email: `${login}@example.com` });
    const elsewhere = providers.newBrowser();
    const landings = await Promise.all([signInAt(browser, 'info', login), signInAt(elsewhere, 'token', other)]);
    expect(landings.map(({ error }) => error).sort()).toEqual(['EmailTaken', null]);
  });

  test('a person who comes back with another address is still who they are', async () => {
    await signInAt(browser, 'info', login);
    const { userId } = (await principal()) ?? {};
    says({ email: 'a-new-address@example.com' });
    await signInAt(browser, 'info', login);
    expect(await principal()).toMatchObject({ userId, email: `${login}@example.com` });
  });
});
