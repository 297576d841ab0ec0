import { startTestProvider, type TestPeople, type TestProvider } from '@oriel/testbed/oidc/test-provider';
import type { Page } from '@playwright/test';
import { unique } from '../fixtures/names.ts';
import { addMember, password, signInAs } from '../fixtures/people.ts';
import { productUrl } from '../fixtures/product/place.ts';
import { expect, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';
import { ProvidersPage } from '../pages/providers-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';

const id = unique('corp');
const name = `Corp ${id}`;
const login = unique('anna');
const viewers = `${id}-viewers`;
const people: TestPeople = new Map();
let provider: TestProvider;

function says(groups: readonly string[], more: object = {}): void {
  people.set(login, { email: `${login}@example.com`, email_verified: true, name: 'Anna Example', groups, ...more });
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const redirectUris = [`${productUrl}/api/auth/callback/${id}`];
  provider = await startTestProvider({ people, redirectUris });
});

test.afterAll(async ({ admin }) => {
  await admin.mutate('identityProviders.delete', { id, confirmName: name }).catch(() => {});
  await provider.close();
});

/** Presses the provider's button and signs in there. */
async function signInThere(page: Page): Promise<void> {
  await page.getByRole('button', { name: `Sign in with ${name}` }).click();
  await expect(page).toHaveTitle('Test provider');
  await page.getByLabel('Login').fill(login);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('an administrator adds a provider, tested, and sees what its groups give', async ({ context, page, admin }) => {
  await signInAs(context, admin);
  const providers = new ProvidersPage(page);
  await providers.open();
  const { issuer, clientId, clientSecret } = provider;
  await providers.add({ id, name, issuer, clientId, clientSecret, adminGroup: `${id}-admins` });
  await expect(providers.pane(name)).toContainText(`${productUrl}/api/auth/callback/${id}`);
  await expect(providers.pane(name)).toContainText(`${id}-admins`);
  await expect(page.locator('body')).not.toContainText(clientSecret);

  const subject = { kind: 'group', providerId: id, groupName: viewers };
  await admin.mutate('members.add', { project: 'demo', role: 'viewer', subject });
  await page.reload();
  await expect(providers.pane(name)).toContainText(`${viewers}: viewer of demo`);
});

test('a person signs in through it, goes where they wanted to be and sees their group’s project', async ({ page }) => {
  says([viewers]);
  const frame = new Frame(page);
  await page.goto('/p/demo/logs');
  await expect(frame.heading('Sign in')).toBeVisible();
  await signInThere(page);
  await page.waitForURL('**/p/demo/logs**');
  await page.goto('/p/demo');
  await expect(frame.heading('Demo')).toBeVisible();
  await expect(frame.nav.getByRole('link', { name: 'Projects' })).toHaveCount(0);
  await page.goto('/settings/account');
  await expect(page.getByRole('region', { name: 'Sessions' })).toContainText(name);
  await page.goto('/settings/sign-in');
  await expect(frame.heading('There is nothing at this address')).toBeVisible();
});

test('the group is taken away there, and the project is gone at the next sign-in', async ({ page }) => {
  says(['something-else']);
  await page.goto('/sign-in');
  await signInThere(page);
  await page.waitForURL((url) => url.origin === productUrl && url.pathname !== '/sign-in');
  const frame = new Frame(page);
  await page.goto('/p/demo');
  await expect(frame.heading('There is nothing at this address')).toBeVisible();
});

test('the group of administrators administers, until it does not', async ({ page }) => {
  const frame = new Frame(page);
  for (const [group, count] of [
    [`${id}-admins`, 1],
    ['something-else', 0],
  ] as const) {
    says([group]);
    // A page that is left without its session goes to the sign-in page by itself, and would cut this visit off.
    await page.goto('about:blank');
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await signInThere(page);
    await page.waitForURL((url) => url.origin === productUrl && url.pathname !== '/sign-in');
    await expect(frame.nav).toBeVisible();
    await expect(frame.nav.getByRole('link', { name: 'Projects' })).toHaveCount(count);
  }
});

test('no groups are a sentence on the sign-in page, with nothing else in the address', async ({ page }) => {
  says([], { groups: undefined });
  await page.goto('/sign-in');
  await signInThere(page);
  await expect(page.getByRole('status')).toContainText('did not tell your groups as a list (claim “groups”)');
  expect([...new URL(page.url()).searchParams.keys()].sort()).toEqual(['error', 'provider']);
});

test('an account with the same address is not taken; its person connects it, and then signs in', async ({
  page,
  admin,
}) => {
  const email = `${unique('known')}@example.com`;
  await addMember(admin, 'demo', 'viewer', email);
  says([viewers], { email });
  const other = unique('first');
  people.set(other, { ...people.get(login) });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: `Sign in with ${name}` }).click();
  await page.getByLabel('Login').fill(other);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('status')).toContainText('An account with this address exists.');

  await new SignInPage(page).signIn(email, password);
  await expect(new Frame(page).nav).toBeVisible();
  await page.goto('/settings/account');
  const pane = page.getByRole('region', { name: 'Identity providers' });
  await pane.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Connect' }).click();
  await page.getByLabel('Login').fill(other);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/settings/account');
  await expect(pane.getByRole('listitem').filter({ hasText: name })).toContainText('connected');

  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: `Sign in with ${name}` }).click();
  await page.getByLabel('Login').fill(other);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(new Frame(page).nav.getByRole('button', { name: email })).toBeVisible();
});
