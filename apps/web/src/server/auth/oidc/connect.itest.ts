import { newOpaqueToken } from '@oriel/db/opaque-token';
import { principalFromToken } from '@oriel/db/principal';
import { createSession } from '@oriel/db/sessions';
import { makePerson, type PersonRow } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '@/features/sign-in/server/passwords.ts';
import type { Browser } from '../../testing/browser.ts';
import { atProvider, begin, comeBack, signInAt } from '../../testing/provider-visit.ts';
import { realProviders } from '../../testing/real-providers.ts';
import { testEnv } from '../../testing/test-env.ts';
import { callerFor } from '../../testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);
const providers = realProviders(database, { one: true, two: true });

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword('correct horse battery staple');
});

let person: PersonRow;
let browser: Browser;
let login: string;
beforeEach(async () => {
  person = await makePerson(database.db, { passwordHash });
  browser = await signedIn(person.id);
  login = providers.says({ email: person.email });
});

async function signedIn(userId: string): Promise<Browser> {
  const made = providers.newBrowser();
  const { value } = await database.db.$transaction((tx) => createSession(tx, { userId }));
  made.cookies.set('oriel.session', value);
  return made;
}

const connect = async (at: Browser, id: string, who: string) =>
  comeBack(at, await atProvider(await begin(at, id, '/', 'connect'), who));
const callerOf = (at: Browser) =>
  callerFor(database.db, new Headers({ cookie: `oriel.session=${at.session}` })).connections;

describe('connecting a provider', () => {
  test('makes its identity one’s own: groups count, the session stays, and the next sign-in leads here', async () => {
    const before = browser.session;
    expect(await connect(browser, 'one', login)).toEqual({ status: 303, path: '/settings/account', error: null });
    expect(browser.session).toBe(before);
    expect(await callerOf(browser).list()).toMatchObject({
      hasPassword: true,
      connected: [{ providerId: 'one', enabled: true }],
      available: [{ id: 'two' }],
    });
    const elsewhere = providers.newBrowser();
    expect(await signInAt(elsewhere, 'one', login)).toMatchObject({ error: null });
    const sessions = await database.db.session.findMany({ where: { userId: person.id, providerId: 'one' } });
    expect(sessions).toHaveLength(1);
    const groups = await database.db.groupMembership.findMany({ where: { userId: person.id } });
    expect(groups).toMatchObject([{ providerId: 'one', groupName: 'dev' }]);
    const actions = await database.db.auditEntry.findMany({ where: { actorId: person.id }, orderBy: { id: 'asc' } });
    expect(actions.map(({ action }) => action)).toEqual(['account.connect_provider', 'session.sign_in']);
  });

  test('needs somebody who is signed in', async () => {
    const answer = await providers.newBrowser().send('POST', 'connect/one', {});
    expect([answer.status, await answer.json()]).toEqual([401, { error: 'NotSignedIn' }]);
  });

  test('is not finished by another session, nor after the one that began it has ended', async () => {
    const callback = await atProvider(await begin(browser, 'one', '/', 'connect'), login);
    const mallory = await signedIn((await makePerson(database.db)).id);
    for (const [name, value] of browser.cookies) if (name !== 'oriel.session') mallory.cookies.set(name, value);
    expect(await comeBack(mallory, callback)).toMatchObject({ error: 'NotSignedIn' });

    const again = await atProvider(await begin(browser, 'one', '/', 'connect'), login);
    await database.db.session.updateMany({ where: { userId: person.id }, data: { revokedAt: new Date() } });
    expect(await comeBack(browser, again)).toMatchObject({ error: 'NotSignedIn' });
    expect(await database.db.identity.count({ where: { userId: person.id } })).toBe(0);
  });

  test('refuses an identity that is somebody else’s, and a second one of the same provider', async () => {
    const others = providers.says();
    await signInAt(providers.newBrowser(), 'one', others);
    const landing = await connect(browser, 'one', others);
    expect(landing).toMatchObject({ error: 'IdentityTaken', path: expect.stringMatching(/^\/settings\/account\?/) });
    expect(await connect(browser, 'one', login)).toMatchObject({ error: null });
    expect(await connect(browser, 'one', providers.says())).toMatchObject({ error: 'OtherIdentity' });
  });
});

describe('connecting a provider, where somebody else may know the password', () => {
  beforeEach(() =>
    database.db.user.update({ where: { id: person.id }, data: { vouchedById: crypto.randomUUID() } }).then(() => {}),
  );
  const account = () =>
    database.db.user.findUniqueOrThrow({ where: { id: person.id }, include: { identities: true, groups: true } });

  test('needs the account’s own address, verified', async () => {
    for (const claims of [{ email: 'another@example.com' }, { email: person.email, email_verified: false }]) {
      const landing = await connect(browser, 'one', providers.says(claims));
      expect(landing).toMatchObject({ error: 'OtherEmail', path: expect.stringMatching(/^\/settings\/account\?/) });
    }
    expect(await account()).toMatchObject({ identities: [], groups: [], passwordHash: expect.any(String) });
  });

  test('puts it in the password’s place, and ends tokens and other sessions', async () => {
    const elsewhere = await signedIn(person.id);
    const { value, hash } = newOpaqueToken('oriel_pat_');
    const expiresAt = new Date(Date.now() + 3_600_000);
    const token = { userId: person.id, name: 'kept', prefix: 'oriel_pat_x', tokenHash: hash, expiresAt };
    await database.db.apiToken.create({ data: token });
    expect(await connect(browser, 'one', login)).toMatchObject({ error: null });
    expect(await account()).toMatchObject({
      passwordHash: null,
      vouchedById: null,
      identities: [{ providerId: 'one' }],
    });
    expect(await callerOf(browser).list()).toMatchObject({ hasPassword: false });
    expect(await (await elsewhere.send('GET', 'session')).json()).toEqual({});
    expect(await principalFromToken(database.db, value)).toBeUndefined();
    const [entry] = await database.db.auditEntry.findMany({ where: { actorId: person.id } });
    expect(entry?.after).toMatchObject({ passwordRemoved: true, endedSessions: 1, revokedTokens: 1 });
  });
});

describe('disconnecting', () => {
  test('takes groups and sessions along, but not the one that asks', async () => {
    await connect(browser, 'one', login);
    const elsewhere = providers.newBrowser();
    await signInAt(elsewhere, 'one', login);
    await callerOf(browser).remove({ providerId: 'one' });
    expect(await database.db.groupMembership.count({ where: { userId: person.id } })).toBe(0);
    expect(await (await elsewhere.send('GET', 'session')).json()).toEqual({});
    expect(await callerOf(browser).list()).toMatchObject({ connected: [] });
    await expect(callerOf(browser).remove({ providerId: 'one' })).rejects.toThrow(/not connected/);
    expect(await signInAt(providers.newBrowser(), 'one', login)).toMatchObject({ error: 'EmailTaken' });
  });

  test('never takes the last way in: not without a password, nor beside a provider that is off', async () => {
    const own = providers.newBrowser();
    await signInAt(own, 'one', providers.says({}, 'without-password'));
    await expect(callerOf(own).remove({ providerId: 'one' })).rejects.toThrow(/only way to sign in/);
    await connect(own, 'two', 'without-password');
    await database.db.identityProvider.update({ where: { id: 'two' }, data: { enabled: false } });
    await expect(callerOf(own).remove({ providerId: 'one' })).rejects.toThrow(/only way to sign in/);
    await database.db.identityProvider.update({ where: { id: 'two' }, data: { enabled: true } });
    const answers = await Promise.allSettled(['one', 'two'].map((providerId) => callerOf(own).remove({ providerId })));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
