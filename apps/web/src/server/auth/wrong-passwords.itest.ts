import { createPool, type Pool } from '@oriel/db/pool';
import { makePerson, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSignInLimits, type SignInLimits } from '@/features/sign-in/server/limits.ts';
import { hashPassword } from '@/features/sign-in/server/passwords.ts';
import { Browser } from '../testing/browser.ts';
import { publicOrigin, secret, testEnv } from '../testing/test-env.ts';

// Wrong passwords by the thousand, from one address and from many: see e2e/security/wrong-passwords.ts.

const database = testDatabase();
testEnv(() => database.url);

const tries = Number(process.env.ORIEL_WRONG_PASSWORDS ?? 800);
const atOnce = 60;
const password = 'correct horse battery staple';
let passwordHash: string;
let pool: Pool;
let limits: SignInLimits;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  pool = createPool(database.url, 4);
  limits = createSignInLimits(pool);
});
afterAll(() => pool.end());

let addresses = 0;
/** At an address that nobody has used before, unless one is given. */
function newBrowser(address?: string): Browser {
  const browser = new Browser({ db: database.db, publicOrigin, trustedHops: 1, secret, limits });
  addresses += 1;
  browser.address = address ?? `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
  return browser;
}

/** Status and body of one try, and how long it took, the token against cross-site requests left out. */
async function tryOnce(browser: Browser, email: string, word: string) {
  const { csrfToken } = (await (await browser.send('GET', 'csrf')).json()) as { csrfToken: string };
  const startedAt = performance.now();
  const form = { email, password: word, csrfToken, json: 'true' };
  const answer = await browser.send('POST', 'callback/credentials', form);
  return { status: answer.status, text: await answer.text(), ms: performance.now() - startedAt };
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const figure = (text: string) => console.log(`    ▸ ${text}`);

test(`${tries} wrong passwords: the victim gets in all the while, nothing fails, memory is bounded`, async () => {
  const { email } = await makePerson(database.db, { passwordHash });
  const counts = new Map<string, number>();
  const refusals = new Set<string>();
  const victim: { status: number; ms: number }[] = [];
  const before = process.memoryUsage().rss;
  let most = before;
  let next = 0;
  let attacking = true;

  const attacker = async () => {
    while (next < tries) {
      const turn = next;
      next += 1;
      // Of ten: four at the victim from one address, four at the victim from as many, two at others.
      const kind = turn % 10 < 4 ? 'one address' : turn % 10 < 8 ? 'many addresses' : 'other accounts';
      const browser = newBrowser(kind === 'one address' ? '203.0.113.66' : undefined);
      const target = kind === 'other accounts' ? `${randomName('nobody')}@example.com` : email;
      const { status, text } = await tryOnce(browser, target, `wrong ${turn}`);
      counts.set(`${kind}: ${status}`, (counts.get(`${kind}: ${status}`) ?? 0) + 1);
      if (status === 401) refusals.add(text);
      most = Math.max(most, process.memoryUsage().rss);
    }
  };
  const visitor = async () => {
    while (attacking) victim.push(await tryOnce(newBrowser('198.51.100.5'), email, password));
  };
  const visiting = visitor();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, attacker));
  attacking = false;
  await visiting;

  const grown = Math.round((most - before) / 1024 / 1024);
  figure(`${tries} wrong passwords in ${Math.round((performance.now() - startedAt) / 1000)} s, ${atOnce} at once`);
  for (const [what, count] of [...counts].sort()) figure(`${what}: ${count}`);
  figure(`the victim signed in ${victim.filter(({ status }) => status === 200).length} of ${victim.length} times`);
  figure(
    `the victim’s median ${Math.round(median(victim.map(({ ms }) => ms)))} ms, memory grew by at most ${grown} MB`,
  );
  expect(victim.map(({ status }) => status)).toEqual(victim.map(() => 200));
  expect(victim.length).toBeGreaterThan(0);
  const statuses = new Set([...counts.keys()].map((key) => key.split(': ')[1]));
  expect([...statuses].sort()).toEqual(['401', '429']);
  expect(refusals.size, 'one refusal for all').toBe(1);
  expect(counts.get('one address: 401')).toBe(5);
  expect(grown).toBeLessThan(400);
}, 1_200_000);

test('a known account and an unknown one are refused in the same words and the same time', async () => {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const texts = new Set<string>();
  for (let round = 0; round < 40; round += 1) {
    const { email } = await makePerson(database.db, { passwordHash });
    for (const [kind, target] of [
      ['known', email],
      ['unknown', `${randomName('nobody')}@example.com`],
    ] as const) {
      const { status, text, ms } = await tryOnce(newBrowser(), target, 'wrong');
      texts.add(`${status} ${text}`);
      times[kind].push(ms);
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  figure(`median of a refusal: known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms`);
  expect(texts.size).toBe(1);
  // Two processors shared with other suites: a decoy that was left out would show as a tenth of it.
  expect(Math.min(known, unknown)).toBeGreaterThan(Math.max(known, unknown) / 2);
});
