import { createPool, type Pool } from '@oriel/db/pool';
import { testDatabase } from '@oriel/db/testing/postgres';
import { startTestProvider, type TestProvider } from '@oriel/testbed/oidc/test-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testProvider } from '@/features/identity-providers/server/test-provider.ts';
import { createSignInLimits, type SignInLimits } from '@/features/sign-in/server/limits.ts';
import { Browser } from '../../testing/browser.ts';
import { type HostileProvider, type Misbehaviour, startHostileProvider } from '../../testing/hostile-provider.ts';
import { makeProviderRow } from '../../testing/provider-rows.ts';
import { atProvider, begin, comeBack, type Landing } from '../../testing/provider-visit.ts';
import { publicOrigin, secret, testEnv } from '../../testing/test-env.ts';

// What a provider, a person at another provider or somebody on the way may try. The last test prints the figure.

const database = testDatabase();
testEnv(() => database.url);

const people = new Map([['anna', { email: 'anna@example.com', email_verified: true, groups: ['dev'] }]]);
let real: Record<'a' | 'b', TestProvider>;
let hostile: HostileProvider;
let pool: Pool;
let limits: SignInLimits;
let browser: Browser;
/** Attacks made, and those that signed anybody in. */
const tally = { attacks: 0, successes: 0 };

beforeAll(async () => {
  pool = createPool(database.url, 2);
  limits = createSignInLimits(pool);
  const start = (id: string) => startTestProvider({ people, redirectUris: [callback(id)], claimsInIdToken: true });
  real = { a: await start('a'), b: await start('b') };
  for (const [id, { issuer, clientId, clientSecret }] of Object.entries(real)) {
    await makeProviderRow(database.db, { id, issuer, clientId, clientSecret });
  }
  hostile = await startHostileProvider();
  await makeProviderRow(database.db, { id: 'hostile', issuer: hostile.issuer });
});
afterAll(() => Promise.all([pool.end(), real.a.close(), real.b.close(), hostile.close()]));

beforeEach(() => {
  browser = newBrowser();
  hostile.misbehaves({});
});

const callback = (id: string) => `${publicOrigin}/api/auth/callback/${id}`;

function newBrowser(): Browser {
  const made = new Browser({ db: database.db, publicOrigin, trustedHops: 1, secret, limits });
  made.address = `2001:db8:${Math.floor(Math.random() * 65_535).toString(16)}::1`;
  return made;
}

/** An answer of ours to an attack: a refusal, and no session. */
async function refused(victim: Browser, landing: Promise<Landing>): Promise<string | null> {
  tally.attacks += 1;
  const { error } = await landing;
  if (victim.session !== undefined) tally.successes += 1;
  expect(victim.session).toBeUndefined();
  expect(error).not.toBeNull();
  return error;
}

const moved = (url: string, to: string) => callback(to) + new URL(url).search;

describe('mix-up: an answer delivered where it does not belong', () => {
  test('the code of one provider at the callback of another', async () => {
    await begin(browser, 'b');
    const answer = await atProvider(await begin(browser, 'a'), 'anna');
    expect(await refused(browser, comeBack(browser, moved(answer, 'b')))).toBe('Expired');
  });

  test('the same with the other’s state, so that only the code is foreign', async () => {
    const stateOfB = new URL(await begin(browser, 'b')).searchParams.get('state') ?? '';
    const answer = new URL(await atProvider(await begin(browser, 'a'), 'anna'));
    answer.searchParams.set('state', stateOfB);
    // The parameter `iss` still names A; without it B does not know the code.
    expect(await refused(browser, comeBack(browser, moved(answer.href, 'b')))).toBe('NotVerified');
    answer.searchParams.delete('iss');
    const again = newBrowser();
    answer.searchParams.set('state', new URL(await begin(again, 'b')).searchParams.get('state') ?? '');
    await refused(again, comeBack(again, moved(answer.href, 'b')));
    answer.searchParams.set('iss', real.b.issuer);
    answer.searchParams.set('state', new URL(await begin(again, 'b')).searchParams.get('state') ?? '');
    expect(await refused(again, comeBack(again, moved(answer.href, 'b')))).toBe('ProviderFault');
  });

  test('a hostile provider that sends people on to an honest one gets no code and nobody in', async () => {
    hostile.misbehaves({ discovery: { authorization_endpoint: `${real.a.issuer}/auth` } });
    await database.db.identityProvider.update({ where: { id: 'hostile' }, data: { clientId: 'mixed-up' } });
    const url = new URL(await begin(browser, 'hostile'));
    // As the honest provider's client: its redirect address is another, and it refuses to answer there.
    url.searchParams.set('client_id', 'oriel');
    tally.attacks += 1;
    await expect(atProvider(url.href, 'anna')).rejects.toThrow(/The provider said 400/);
    await database.db.identityProvider.update({ where: { id: 'hostile' }, data: { clientId: 'oriel' } });
  });

  test('an answer that names another issuer', async () => {
    const answer = new URL(await atProvider(await begin(browser, 'a'), 'anna'));
    expect(answer.searchParams.get('iss')).toBe(real.a.issuer);
    answer.searchParams.set('iss', real.b.issuer);
    expect(await refused(browser, comeBack(browser, answer.href))).toBe('NotVerified');
  });
});

describe('another browser, or twice', () => {
  test('a link with the attacker’s own code signs nobody in', async () => {
    const attacker = newBrowser();
    const answer = await atProvider(await begin(attacker, 'a'), 'anna');
    expect(await refused(browser, comeBack(browser, answer))).toBe('Expired');
    await begin(browser, 'a');
    expect(await refused(browser, comeBack(browser, answer))).toBe('Expired');
  });

  test('a state that was used is not taken again, even with its cookie', async () => {
    const answer = await atProvider(await begin(browser, 'a'), 'anna');
    const again = newBrowser();
    for (const [name, value] of browser.cookies) again.cookies.set(name, value);
    expect((await comeBack(browser, answer)).error).toBeNull();
    expect(await refused(again, comeBack(again, answer))).toBe('Expired');
  });

  test('a code that was used is not taken again with a fresh state', async () => {
    const answer = new URL(await atProvider(await begin(browser, 'a'), 'anna'));
    expect((await comeBack(browser, answer.href)).error).toBeNull();
    const again = newBrowser();
    answer.searchParams.set('state', new URL(await begin(again, 'a')).searchParams.get('state') ?? '');
    expect(await refused(again, comeBack(again, answer.href))).toBe('ProviderFault');
  });

  test('a code without its proof key is worth nothing', async () => {
    const stolen = new URL(await atProvider(await begin(browser, 'a'), 'anna'));
    const thief = newBrowser();
    stolen.searchParams.set('state', new URL(await begin(thief, 'a')).searchParams.get('state') ?? '');
    expect(await refused(thief, comeBack(thief, stolen.href))).toBe('ProviderFault');
  });

  test.each([
    '',
    '?state=',
    '?code=x',
    '?error=access_denied',
    '?code=x&state=x&state=y',
    `?state=${'x'.repeat(5000)}`,
  ])('a callback of nothing but "%s"', async (search) => {
    expect(await refused(browser, comeBack(browser, callback('a') + search.slice(0, 60)))).toBe('Expired');
  });

  test('a cookie that somebody else made, or of another provider', async () => {
    const answer = await atProvider(await begin(browser, 'a'), 'anna');
    const kept = browser.cookies.get('oriel.sign-in.a') ?? '';
    for (const forged of [`${kept.slice(0, -2)}xx`, 'x', '{}', '']) {
      browser.cookies.set('oriel.sign-in.a', forged);
      expect(await refused(browser, comeBack(browser, answer))).toBe('Expired');
    }
    browser.cookies.set('oriel.sign-in.b', kept);
    expect(await refused(browser, comeBack(browser, moved(answer, 'b')))).toBe('Expired');
  });
});

/** Begins at the hostile provider, and comes back with its answer: the code tells it the nonce. */
async function backFromHostile(more: Record<string, string> = {}): Promise<Landing> {
  const asked = new URL(await begin(browser, 'hostile')).searchParams;
  const answer = new URLSearchParams({ state: asked.get('state') ?? '', code: asked.get('nonce') ?? '', ...more });
  return comeBack(browser, `${callback('hostile')}?${answer}`);
}

const now = () => Math.floor(Date.now() / 1000);
const replaceAt = (text: string, part: number, change: (value: string) => string) =>
  text
    .split('.')
    .map((value, index) => (index === part ? change(value) : value))
    .join('.');
const withClaims = (token: string) =>
  replaceAt(token, 1, (part) => {
    const claims = JSON.parse(Buffer.from(part, 'base64url').toString());
    return Buffer.from(JSON.stringify({ ...claims, groups: ['platform-admins'] })).toString('base64url');
  });

test('the hostile provider, while it behaves, signs people in', async () => {
  expect((await backFromHostile()).error).toBeNull();
  expect(browser.session).toBeDefined();
});

test.each<[string, Misbehaviour]>([
  ['a nonce of another sign-in', { idToken: { nonce: 'another' } }],
  ['no nonce', { idToken: { nonce: undefined } }],
  ['that has expired', { idToken: { exp: now() - 31 } }],
  ['that never expires', { idToken: { exp: undefined } }],
  ['of another issuer', { idToken: { iss: 'https://evil.example.com' } }],
  ['for another client', { idToken: { aud: 'another' } }],
  ['for several clients, and none in particular', { idToken: { aud: ['oriel', 'another'] } }],
  ['made out to another client', { idToken: { azp: 'another' } }],
  ['of nobody', { idToken: { sub: undefined } }],
  ['changed after signing', { tamper: withClaims }],
  ['with a bent signature', { tamper: (token) => replaceAt(token, 2, (part) => `A${part.slice(1)}`) }],
  ['without a signature', { tamper: (token) => replaceAt(token, 2, () => '') }],
  ['signed with another key', { signWith: 'another key' }],
  ['signed with none', { signWith: 'none' }],
  ['signed with the client secret', { signWith: 'the client secret' }],
  ['that is none', { tokenAnswer: { id_token: undefined } }],
  ['that is not one', { tokenAnswer: { id_token: 'x' } }],
])('an ID token %s is refused', async (_, how) => {
  hostile.misbehaves(how);
  await refused(browser, backFromHostile());
});

test('an ID token within the skew of a clock is taken', async () => {
  hostile.misbehaves({ idToken: { exp: now() - 5 } });
  expect((await backFromHostile()).error).toBeNull();
});

test.each<[string, Misbehaviour, string]>([
  ['of another person', { idToken: { groups: undefined }, userInfo: { sub: 'admin', groups: ['x'] } }, 'NotVerified'],
  ['without groups either', { idToken: { groups: undefined }, userInfo: {} }, 'NoGroups'],
  ['that overrides the ID token', { idToken: { groups: [] }, userInfo: { groups: ['x'] } }, 'EmptyGroups'],
])('user info %s does not help', async (_, how, error) => {
  hostile.misbehaves(how);
  expect(await refused(browser, backFromHostile())).toBe(error);
});

describe('a discovery document', () => {
  const discovered = async (how: Misbehaviour) => {
    hostile.misbehaves(how);
    tally.attacks += 1;
    return testProvider(hostile.issuer);
  };

  test('that is right passes the test', async () => {
    hostile.misbehaves({});
    expect(await testProvider(hostile.issuer)).toMatchObject({ ok: true });
  });

  test.each<[string, Misbehaviour]>([
    ['of another issuer', { discovery: { issuer: 'https://evil.example.com' } }],
    ['with a script for an address', { discovery: { authorization_endpoint: 'javascript:alert(1)' } }],
    ['with plain addresses elsewhere', { discovery: { token_endpoint: 'http://192.0.2.1/token' } }],
    ['with keys in a file', { discovery: { jwks_uri: 'file:///etc/passwd' } }],
    ['without keys', { discovery: { jwks_uri: undefined } }],
    ['of a megabyte', { discoveryBytes: 1_000_000 }],
  ])('%s is refused with a sentence', async (_, how) => {
    const { ok, findings } = await discovered(how);
    expect(ok).toBe(false);
    expect(findings).toEqual([{ status: 'error', text: expect.stringMatching(/^(The|There) .+\.$/) }]);
  });

  test('that never comes is given up after 5 s', async () => {
    const startedAt = performance.now();
    const { ok, findings } = await discovered({ silentAt: '/.well-known/openid-configuration' });
    expect(ok).toBe(false);
    expect(findings[0]?.text).toMatch(/does not answer/);
    expect(performance.now() - startedAt).toBeLessThan(7_000);
  });
});

test('a provider that is away is a sentence, at the start and at the callback', async () => {
  await makeProviderRow(database.db, { id: 'away', issuer: 'http://127.0.0.1:1' });
  const answer = await browser.send('POST', 'signin/away', {});
  expect([answer.status, await answer.json()]).toEqual([503, { error: 'ProviderAway' }]);
  hostile.misbehaves({ silentAt: '/token' });
  expect((await backFromHostile()).error).toBe('ProviderAway');
});

test('answers from one address are limited, and a success is taken back', async () => {
  browser.address = '203.0.113.50';
  for (let time = 0; time < 3; time += 1) expect((await backFromHostile()).error).toBeNull();
  hostile.misbehaves({ signWith: 'another key' });
  const errors: (string | null)[] = [];
  for (let time = 0; time < 61; time += 1) errors.push((await backFromHostile()).error);
  expect(errors.filter((error) => error === 'NotVerified')).toHaveLength(60);
  expect(errors.at(-1)).toBe('Limited');
});

test('row 19: sign-in mix-up and its kin, 0 successes', () => {
  console.log(`    ▸ row 19, sign-in by a provider: ${tally.attacks} attacks, ${tally.successes} successes (mark: 0)`);
  expect(tally.attacks).toBeGreaterThan(40);
  expect(tally.successes).toBe(0);
});
