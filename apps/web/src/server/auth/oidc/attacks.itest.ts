import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { type HostileProvider, type Misbehaviour, startHostileProvider } from '../../testing/hostile-provider.ts';
import { makeProviderRow } from '../../testing/provider-rows.ts';
import { atProvider, begin, comeBack, type Landing } from '../../testing/provider-visit.ts';
import { realProviders } from '../../testing/real-providers.ts';
import { publicOrigin, testEnv } from '../../testing/test-env.ts';

// What a provider, a person at another provider or somebody on the way may try. The last test prints the figure.

const database = testDatabase();
testEnv(() => database.url);

const real = realProviders(database, { a: true, b: true });
let hostile: HostileProvider;
let browser: Browser;
/** Attacks made, and those that signed anybody in. */
const tally = { attacks: 0, successes: 0 };

beforeAll(async () => {
  real.says({}, 'anna');
  hostile = await startHostileProvider();
  await makeProviderRow(database.db, { id: 'hostile', issuer: hostile.issuer });
});
afterAll(() => hostile.close());

beforeEach(() => {
  browser = real.newBrowser();
  hostile.misbehaves({});
});

const issuerOf = (id: string) => real.started.get(id)?.issuer ?? '';

const callback = (id: string) => `${publicOrigin}/api/auth/callback/${id}`;

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
    const again = real.newBrowser();
    answer.searchParams.set('state', new URL(await begin(again, 'b')).searchParams.get('state') ?? '');
    await refused(again, comeBack(again, moved(answer.href, 'b')));
    answer.searchParams.set('iss', issuerOf('b'));
    answer.searchParams.set('state', new URL(await begin(again, 'b')).searchParams.get('state') ?? '');
    expect(await refused(again, comeBack(again, moved(answer.href, 'b')))).toBe('ProviderFault');
  });

  test('a hostile provider that sends people on to an honest one gets no code and nobody in', async () => {
    hostile.misbehaves({ discovery: { authorization_endpoint: `${issuerOf('a')}/auth` } });
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
    expect(answer.searchParams.get('iss')).toBe(issuerOf('a'));
    answer.searchParams.set('iss', issuerOf('b'));
    expect(await refused(browser, comeBack(browser, answer.href))).toBe('NotVerified');
  });
});

describe('another browser, or twice', () => {
  test('a link with the attacker’s own code signs nobody in', async () => {
    const attacker = real.newBrowser();
    const answer = await atProvider(await begin(attacker, 'a'), 'anna');
    expect(await refused(browser, comeBack(browser, answer))).toBe('Expired');
    await begin(browser, 'a');
    expect(await refused(browser, comeBack(browser, answer))).toBe('Expired');
  });

  test('a state that was used is not taken again, even with its cookie', async () => {
    const answer = await atProvider(await begin(browser, 'a'), 'anna');
    const again = real.newBrowser();
    for (const [name, value] of browser.cookies) again.cookies.set(name, value);
    expect((await comeBack(browser, answer)).error).toBeNull();
    expect(await refused(again, comeBack(again, answer))).toBe('Expired');
  });

  test('a code that was used is not taken again with a fresh state', async () => {
    const answer = new URL(await atProvider(await begin(browser, 'a'), 'anna'));
    expect((await comeBack(browser, answer.href)).error).toBeNull();
    const again = real.newBrowser();
    answer.searchParams.set('state', new URL(await begin(again, 'a')).searchParams.get('state') ?? '');
    expect(await refused(again, comeBack(again, answer.href))).toBe('ProviderFault');
  });

  test('a code without its proof key is worth nothing', async () => {
    const stolen = new URL(await atProvider(await begin(browser, 'a'), 'anna'));
    const thief = real.newBrowser();
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
  [
    'with a bent signature',
    { tamper: (token) => replaceAt(token, 2, (part) => `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`) },
  ],
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
  [
    'that verifies another address',
    {
      idToken: { sub: 'eve', email: 'ceo@example.com', email_verified: undefined },
      userInfo: { sub: 'eve', email: 'eve@example.com', email_verified: true },
    },
    'EmailUnverified',
  ],
])('user info %s does not help', async (_, how, error) => {
  hostile.misbehaves(how);
  expect(await refused(browser, backFromHostile())).toBe(error);
});

test('user info that says of the same address that it is verified does help', async () => {
  const person = { sub: 'frank', email: 'frank@example.com' };
  hostile.misbehaves({
    idToken: { ...person, email_verified: undefined },
    userInfo: { ...person, email_verified: true },
  });
  expect((await backFromHostile()).error).toBeNull();
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
