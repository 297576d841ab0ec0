import { createPool, type Pool } from '@oriel/db/pool';
import { randomName } from '@oriel/db/testing/fixtures';
import type { TestDatabase } from '@oriel/db/testing/postgres';
import { startTestProvider, type TestPeople, type TestProvider } from '@oriel/testbed/oidc/test-provider';
import { afterAll, beforeAll } from 'vitest';
import { createSignInLimits, type SignInLimits } from '@/features/sign-in/server/limits.ts';
import { Browser } from './browser.ts';
import { makeProviderRow } from './provider-rows.ts';
import { publicOrigin, secret } from './test-env.ts';

export interface RealProviders {
  readonly people: TestPeople;
  readonly started: ReadonlyMap<string, TestProvider>;
  readonly limits: SignInLimits;
  /** A browser at an address of its own. */
  newBrowser(): Browser;
  /** A new person, or one who is known and of whom other things are said now; returns the login. */
  says(claims?: Readonly<Record<string, unknown>>, login?: string): string;
}

/**
 * Real providers (npm oidc-provider, on loopback) for the calling test file, known to its database under the given ids:
 * true where claims stand in the ID token, false where in the user info. Members of `platform-admins` administer.
 */
export function realProviders(database: TestDatabase, ids: Readonly<Record<string, boolean>>): RealProviders {
  const people: TestPeople = new Map();
  const started = new Map<string, TestProvider>();
  let pool: Pool;
  let limits: SignInLimits;
  let browsers = 0;
  beforeAll(async () => {
    pool = createPool(database.url, 2);
    limits = createSignInLimits(pool);
    for (const [id, claimsInIdToken] of Object.entries(ids)) {
      const redirectUris = [`${publicOrigin}/api/auth/callback/${id}`];
      const provider = await startTestProvider({
        ...{ people, redirectUris, claimsInIdToken },
        signedOutUris: [`${publicOrigin}/sign-in`],
      });
      started.set(id, provider);
      const { issuer, clientId, clientSecret } = provider;
      await makeProviderRow(database.db, { id, issuer, clientId, clientSecret, adminGroups: ['platform-admins'] });
    }
  });
  afterAll(() => Promise.all([pool?.end(), ...[...started.values()].map((provider) => provider.close())]));
  return {
    people,
    started,
    get limits() {
      return limits;
    },
    newBrowser() {
      const browser = new Browser({ db: database.db, publicOrigin, trustedHops: 1, secret, limits });
      browsers += 1;
      browser.address = `2001:db8:${browsers.toString(16)}::1`;
      return browser;
    },
    says(claims = {}, login = randomName('anna')) {
      const email = `${login}@example.com`;
      people.set(login, { email, email_verified: true, name: 'Anna Example', groups: ['dev'], ...claims });
      return login;
    },
  };
}
