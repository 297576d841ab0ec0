import { demoCluster } from '../fixtures/clusters.ts';
import { unique } from '../fixtures/names.ts';
import { password } from '../fixtures/people.ts';
import { halt, resume } from '../fixtures/product/control.ts';
import { linesOf, tenantOf } from '../fixtures/stores.ts';
import { expect, test } from '../fixtures/test.ts';
import { ClusterPage } from '../pages/cluster-page.ts';
import { Frame } from '../pages/frame.ts';
import { LogsPage } from '../pages/logs-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

test.describe.configure({ mode: 'serial' });

const email = `${unique('reader')}@example.com`;
const elsewhere = unique('elsewhere');
let link = '';

test.beforeAll(async ({ admin }) => {
  await admin.mutate('projects.create', { name: `Elsewhere ${elsewhere}`, slug: elsewhere });
  const added = await admin.mutate<{ link: string }>('members.add', { project: 'demo', role: 'viewer', email });
  link = added.link;
});

/** A minute that is over: nothing is added to it any more. */
function closedRange(): { from: string; to: string } {
  const at = (secondsAgo: number) => new Date(Math.floor(Date.now() / 1000 - secondsAgo) * 1000).toISOString();
  return { from: at(100), to: at(40) };
}

test('the welcome link leads to the member’s project, and to no other', async ({ page }) => {
  const frame = new Frame(page);
  await page.goto(link);
  await new WelcomePage(page).setPassword(password);
  await page.waitForURL('**/p/demo');
  await expect(frame.heading('Demo')).toBeVisible();
  await expect(page.getByText('Your role: viewer')).toBeVisible();
  await expect(page.getByRole('link', { name: 'demo', exact: true })).toBeVisible();
  await expect(frame.nav.getByRole('link', { name: 'Projects' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Project: Demo' }).click();
  await expect(page.getByRole('option', { name: 'Demo' })).toBeVisible();
  await expect(page.getByRole('option', { name: /Elsewhere/ })).toHaveCount(0);
  for (const path of [`/p/${elsewhere}`, `/p/${elsewhere}/logs`, `/p/${elsewhere}/metrics`]) {
    await page.goto(path);
    await expect(frame.heading('There is nothing at this address')).toBeVisible();
  }
});

test.describe('signed in', () => {
  test.beforeEach(async ({ page }) => {
    const signIn = new SignInPage(page);
    await signIn.open();
    await signIn.signIn(email, password);
    await page.waitForURL('**/p/demo');
  });

  test('a viewer sees switches, and cannot move them', async ({ page, admin }) => {
    const cluster = new ClusterPage(page);
    await cluster.open((await demoCluster(admin)).id);
    await expect(cluster.logging).toBeDisabled();
    await expect(cluster.monitoring).toBeDisabled();
    await expect(page.getByRole('button', { name: 'More actions' })).toHaveCount(0);
  });

  test('logs: picks, runs, counts agree, opens, filters, and the address keeps it', async ({ page }) => {
    const logs = new LogsPage(page);
    const range = closedRange();
    await logs.open('demo', undefined, range);
    await expect(logs.rows().first()).toBeVisible({ timeout: 20_000 });
    await logs.pick('namespace', 'payments');
    await logs.pick('container', 'ledger');
    await expect.poll(() => logs.query()).toContain('namespace="payments"');
    await logs.run();
    await expect(logs.rows().first()).toBeVisible();

    const orgId = await tenantOf('demo');
    const stored = await linesOf(orgId, logs.query(), 1);
    await expect.poll(() => logs.counted()).toBeGreaterThan(0);
    const counted = await logs.counted();
    expect(await logs.countedByLevel(), 'levels').toBe(counted);
    expect(await logs.loadAll(), 'the list').toBe(counted);
    expect(stored.length, 'Loki holds at least these').toBeGreaterThanOrEqual(counted);

    await logs.lines.evaluate((list) => list.scrollTo({ top: 0 }));
    await logs.openFirst();
    await logs.detail.getByRole('button', { name: /^Only level / }).click();
    await expect.poll(() => logs.query()).toContain('level');
    await expect.poll(() => logs.counted()).toBeLessThan(counted);
    const [query, left] = [logs.query(), await logs.counted()];

    await page.reload();
    await expect(logs.rows().first()).toBeVisible();
    expect(logs.query()).toBe(query);
    await expect(logs.editor).toHaveText(query);
    await expect.poll(() => logs.counted()).toBe(left);
  });

  test('logs: a malformed query and ten years are each a sentence', async ({ page }) => {
    const logs = new LogsPage(page);
    await logs.open('demo', '{namespace="payments"');
    await expect(
      page
        .getByText(/malformed|parse error|syntax error|expected/i)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    const from = new Date(Date.now() - 10 * 365 * 86_400_000).toISOString();
    await logs.open('demo', '{namespace="payments"}', { from, to: 'now' });
    await expect(logs.failure.filter({ hasText: 'The time range is too long' }).first()).toBeVisible();
    await expect(logs.failure.filter({ hasText: 'The longest allowed is' }).first()).toBeVisible();
    await logs.failure.getByRole('button', { name: 'Shorten the range' }).first().click();
    await expect(logs.rows().first()).toBeVisible();
  });

  test('logs: a store that is down is named, and the page recovers', async ({ page }) => {
    test.setTimeout(180_000);
    const logs = new LogsPage(page);
    await logs.open('demo', '{namespace="payments"}');
    await expect(logs.rows().first()).toBeVisible();
    await halt('loki');
    try {
      await logs.run();
      const failure = logs.failure.filter({ hasText: 'The log store does not answer' }).first();
      await expect(failure).toBeVisible({ timeout: 30_000 });
      await expect(failure).toContainText('Nothing is lost');
    } finally {
      await resume('loki');
    }
    await expect(async () => {
      await logs.run();
      await expect(logs.rows().first()).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await expect(logs.failure.filter({ hasText: 'does not answer' })).toHaveCount(0);
  });
});
