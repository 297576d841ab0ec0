import { freeSecond, kubeconfigOf } from '../fixtures/clusters.ts';
import { wrongKubeconfigs } from '../fixtures/kubeconfigs.ts';
import { unique } from '../fixtures/names.ts';
import { administratorLink, password, signInAs } from '../fixtures/people.ts';
import { remainsOfOriel } from '../fixtures/remains.ts';
import { expect, test } from '../fixtures/test.ts';
import { ClusterPage } from '../pages/cluster-page.ts';
import { Frame } from '../pages/frame.ts';
import { MembersPage } from '../pages/members-page.ts';
import { NewClusterPage } from '../pages/new-cluster-page.ts';
import { ProjectsPage } from '../pages/projects-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

const project = unique('team');
const clusterName = unique('second');

test.beforeAll(async ({ admin }) => {
  test.setTimeout(180_000);
  await freeSecond(admin);
  await admin.mutate('projects.create', { name: `Team ${project}`, slug: project });
});

test('a one-time link sets the password and signs in, once', async ({ page }) => {
  const { link, email } = await administratorLink();
  const frame = new Frame(page);
  await page.goto(link);
  await new WelcomePage(page).setPassword(password);
  await expect(frame.heading('Fleet')).toBeVisible();

  await frame.signOut(email);
  await expect(frame.heading('Sign in')).toBeVisible();
  await page.goto(link);
  await expect(page.getByText(/link .*(used|no longer|not valid|expired|works once)/i).first()).toBeVisible();
  await expect(page.getByLabel('Password')).toHaveCount(0);

  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.signIn(email, 'not the password at all');
  await expect(signIn.refusal).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await signIn.signIn(email, password);
  await expect(frame.heading('Fleet')).toBeVisible();
});

test('set-up has verified itself; the fleet shows the demo cluster', async ({ context, page, admin }) => {
  await signInAs(context, admin);
  const frame = new Frame(page);
  await page.goto('/setup');
  await expect(frame.heading('Set up')).toBeVisible();
  const items = [
    'The seed answers',
    'A cluster is registered',
    'Monitoring is on',
    'Logging is on',
    'The first line was received',
  ];
  for (const item of items) await expect(page.getByText(`${item}: done`)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('pre')).toContainText(/\S{10,}/);
  await page.goto('/fleet');
  await expect(
    page.getByRole('row').filter({ has: page.getByRole('link', { name: 'demo', exact: true }) }),
  ).toContainText('ms');
});

test('creates a project and adds a member by a link', async ({ context, page, browser, admin }) => {
  await signInAs(context, admin);
  const slug = unique('guild');
  const name = `Guild ${slug}`;
  await new ProjectsPage(page).create(name, slug);
  await expect(new Frame(page).heading(name)).toBeVisible();
  await expect(page.getByText('This project has no cluster yet')).toBeVisible();
  const members = new MembersPage(page);
  await members.open(slug);
  const email = `${unique('member')}@example.com`;
  const link = await members.add(email, 'Viewer');
  await expect(page.getByRole('row').filter({ hasText: email })).toContainText('Invited');

  const other = await browser.newContext();
  const theirs = await other.newPage();
  await theirs.goto(link);
  await new WelcomePage(theirs).setPassword(password);
  await expect(new Frame(theirs).heading(name)).toBeVisible();
  await other.close();
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: email })).toContainText('Active');
});

test('a kubeconfig that cannot be used is refused with a sentence, and nothing is created', async ({
  context,
  page,
  admin,
}) => {
  test.setTimeout(180_000);
  await signInAs(context, admin);
  const form = new NewClusterPage(page);
  await form.open(project);
  for (const { what, text, sentence } of await wrongKubeconfigs('second')) {
    await test.step(what, async () => {
      await form.fill({ name: clusterName, region: 'test', kubeconfig: text, monitoring: false, logging: false });
      await form.add();
      await expect(form.refusal.filter({ hasText: sentence })).toBeVisible({ timeout: 20_000 });
      await form.check();
      await expect(page.getByText(new RegExp(sentence.source.split('\\. ')[0] ?? '')).last()).toBeVisible({
        timeout: 20_000,
      });
      expect(new URL(page.url()).pathname).toBe('/clusters/new');
    });
  }
  const { total } = await admin.query<{ total: number }>('fleet.list', { project });
  expect(total).toBe(0);
  expect(await remainsOfOriel('second')).toEqual([]);
});

test('registers the second cluster, switches logging on, watches, replaces its kubeconfig, and deletes it without a trace', async ({
  context,
  page,
  admin,
}) => {
  test.setTimeout(300_000);
  await signInAs(context, admin);
  const form = new NewClusterPage(page);
  await form.open(project);
  const kubeconfig = await kubeconfigOf('second');
  await form.fill({ name: clusterName, region: 'test', kubeconfig, monitoring: false, logging: false });
  await form.check();
  await expect(form.checks.filter({ hasText: ': passed' })).toHaveCount(7, { timeout: 20_000 });
  await form.add();
  await page.waitForURL(/\/clusters\/[0-9a-f-]{36}$/);
  await expect(new Frame(page).heading(clusterName)).toBeVisible();
  expect(await remainsOfOriel('second')).toEqual([]);

  const cluster = new ClusterPage(page);
  await expect(cluster.logging).not.toBeChecked();
  await cluster.logging.click();
  await expect(cluster.logging).toBeChecked();
  // Without a reload: each of them is pushed to the page.
  for (const step of ['Reach the API server', 'Apply manifests', 'Agents ready']) {
    await expect(cluster.step('Done', step)).toBeVisible({ timeout: 90_000 });
  }
  await expect(cluster.step('Running', 'Agents fetched their configuration')).toBeVisible();
  expect((await remainsOfOriel('second')).length).toBeGreaterThan(5);

  const dialog = await cluster.replaceKubeconfig();
  const [field, replace] = [dialog.getByLabel('Kubeconfig'), dialog.getByRole('button', { name: 'Replace' })];
  await field.fill(await kubeconfigOf('demo'));
  await replace.click();
  await expect(dialog.getByRole('alert')).toContainText('leads to another cluster', { timeout: 20_000 });
  await field.fill(kubeconfig);
  await dialog.getByRole('button', { name: 'Check only' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: ': passed' })).toHaveCount(7, { timeout: 20_000 });
  await replace.click();
  await expect(dialog).toBeHidden({ timeout: 20_000 });
  await expect(page.getByText('API server cannot be reached')).toHaveCount(0);

  await cluster.delete(clusterName);
  await page.waitForURL(/\/operations\/\d+$/);
  await expect(cluster.step('Done', 'Forget the cluster')).toBeVisible({ timeout: 120_000 });
  await page.goto('/fleet');
  await expect(page.getByRole('link', { name: 'demo', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: clusterName })).toHaveCount(0);
  expect(await remainsOfOriel('second')).toEqual([]);
});
