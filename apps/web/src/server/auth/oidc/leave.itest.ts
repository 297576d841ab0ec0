import { principalFromSession } from '@oriel/db/principal';
import { makePerson } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { ProviderVisitor } from '@oriel/testbed/oidc/visit';
import { expect, test } from 'vitest';
import { hashPassword } from '@/features/sign-in/server/passwords.ts';
import { begin, comeBack, signInAt } from '../../testing/provider-visit.ts';
import { realProviders } from '../../testing/real-providers.ts';
import { publicOrigin, testEnv } from '../../testing/test-env.ts';

const database = testDatabase();
testEnv(() => database.url);
const providers = realProviders(database, { here: true, gone: true });

async function signOut(browser: ReturnType<typeof providers.newBrowser>) {
  const before = browser.session ?? '';
  const answer = await browser.signOut();
  expect(answer.status).toBe(200);
  expect(browser.session, 'the cookie goes').toBeUndefined();
  expect(await principalFromSession(database.db, before), 'the session here has ended').toBeUndefined();
  return (await answer.json()) as { url: string; provider?: string };
}

test('signing out ends the session here, then at the provider, which sends the browser back', async () => {
  const browser = providers.newBrowser();
  const login = providers.says();
  const visitor = new ProviderVisitor();
  await comeBack(browser, await visitor.visit(await begin(browser, 'here'), login));
  const { provider = '' } = await signOut(browser);
  expect(provider.startsWith(providers.started.get('here')?.issuer ?? '?')).toBe(true);
  expect(Object.fromEntries(new URL(provider).searchParams)).toEqual({
    client_id: 'oriel',
    post_logout_redirect_uri: `${publicOrigin}/sign-in`,
  });
  expect(await visitor.leave(provider)).toBe(`${publicOrigin}/sign-in`);
  const somebodyElse = providers.says();
  await comeBack(browser, await visitor.visit(await begin(browser, 'here'), somebodyElse));
  const { email } = (await principalFromSession(database.db, browser.session ?? '')) ?? {};
  expect(email, 'the provider asks anew who it is').toBe(`${somebodyElse}@example.com`);
});

test('a provider that is away or switched off does not keep anybody signed in', async () => {
  const browser = providers.newBrowser();
  await signInAt(browser, 'gone', providers.says());
  await database.db.identityProvider.update({ where: { id: 'gone' }, data: { clientId: 'another' } });
  await providers.started.get('gone')?.close();
  const { provider } = await signOut(browser);
  expect(provider).toBeUndefined();
});

test('a session by password leads to no provider', async () => {
  const browser = providers.newBrowser();
  const { email } = await makePerson(database.db, { passwordHash: await hashPassword('correct horse battery') });
  await browser.signIn(email, 'correct horse battery');
  expect((await signOut(browser)).provider).toBeUndefined();
});
