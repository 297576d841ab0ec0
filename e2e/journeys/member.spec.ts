import { demoCluster } from '../fixtures/clusters.ts';
import { unique } from '../fixtures/names.ts';
import { addMember, type Member, password, signInAs } from '../fixtures/people.ts';
import { halt, resume } from '../fixtures/product/control.ts';
import { linesOf, tenantOf } from '../fixtures/stores.ts';
import { expect, test } from '../fixtures/test.ts';
import { ClusterPage } from '../pages/cluster-page.ts';
import { Frame } from '../pages/frame.ts';
import { LogsPage } from '../pages/logs-page.ts';
import { MetricsPage } from '../pages/metrics-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

const elsewhere = unique('elsewhere');
let reader: Member;

test.beforeAll(async ({ admin }) => {
  await admin.mutate('projects.create', { name: `Elsewhere ${elsewhere}`, slug: elsewhere });
  reader = await addMember(admin, 'demo', 'viewer', `${unique('reader')}@example.com`);
});

/** A minute that is over: nothing is added to it any more. Seconds since 1970. */
function closedMinute(): { from: number; to: number } {
  const now = Math.floor(Date.now() / 1000);
  return { from: now - 100, to: now - 40 };
}

const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();

test('the welcome link leads to the member’s project, and to no other', async ({ page, admin }) => {
  const frame = new Frame(page);
  const email = `${unique('newcomer')}@example.com`;
  const subject = { kind: 'person', email };
  const { link } = await admin.mutate<{ link: string }>('members.add', { project: 'demo', role: 'viewer', subject });
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
  test.beforeEach(async ({ context }) => signInAs(context, reader.caller));

  test('a viewer sees switches, and cannot move them', async ({ page, admin }) => {
    const cluster = new ClusterPage(page);
    await cluster.open((await demoCluster(admin)).id);
    await expect(cluster.logging).toBeDisabled();
    await expect(cluster.monitoring).toBeDisabled();
    await expect(page.getByRole('button', { name: 'More actions' })).toHaveCount(0);
  });

  test('logs: picks, runs, counts agree, opens, filters, and the address keeps it', async ({ page }) => {
    const logs = new LogsPage(page);
    const minute = closedMinute();
    await logs.open('demo', undefined, { from: instant(minute.from), to: instant(minute.to) });
    await expect(logs.rows().first()).toBeVisible({ timeout: 20_000 });
    await logs.pick('namespace', 'payments');
    await logs.pick('container', 'ledger');
    await expect.poll(() => logs.query()).toContain('namespace="payments"');
    await logs.run();
    await expect(logs.rows().first()).toBeVisible();

    await expect.poll(() => logs.counted()).toBeGreaterThan(0);
    const counted = await logs.counted();
    const span = { start: `${minute.from}000000000`, end: `${minute.to}000000000` };
    const stored = await linesOf(await tenantOf('demo'), logs.query(), span);
    expect(counted, 'the chart counts what the store holds').toBe(stored.length);
    expect(await logs.countedByLevel(), 'its levels add up').toBe(counted);
    expect(await logs.loadAll(), 'the list is as long').toBe(counted);

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
    await logs.open('demo', '{namespace="payments"} | json | level=');
    await expect(logs.failure.filter({ hasText: 'The query is malformed' })).toContainText(
      /Line 1, character \d+: .+\./,
    );
    const from = instant(Date.now() / 1000 - 10 * 365 * 86_400);
    await logs.open('demo', '{namespace="payments"}', { from, to: 'now' });
    await expect(logs.failure.filter({ hasText: 'The time range is too long' }).first()).toBeVisible();
    await expect(logs.failure.filter({ hasText: 'The longest allowed is' }).first()).toBeVisible();
    await logs.failure.getByRole('button', { name: 'Shorten the range' }).first().click();
    await expect(logs.rows().first()).toBeVisible();
  });

  test('logs: a store that is down is named, and the page recovers', { tag: '@alone' }, async ({ page }) => {
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

  test('metrics: completes as one types; graph and table show, and the address keeps it', async ({ page }) => {
    const metrics = new MetricsPage(page);
    await metrics.open('demo', { from: 'now-15m', to: 'now' });
    await metrics.type('container_memory_work');
    // The editor takes no click in the first moments of a list that has just changed, so that nobody picks by mistake.
    const name = 'container_memory_working_set_bytes';
    await expect(async () => {
      if ((await metrics.editor.textContent()) !== name)
        await metrics.completion(name).first().click({ timeout: 1_000 });
      await expect(metrics.editor).toHaveText(name, { timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
    await metrics.run();
    const graph = metrics.result.getByRole('img', { name: /over time, \d+ series/ });
    await expect(graph.locator('canvas')).toBeVisible();
    await metrics.show('Table');
    const table = page.getByRole('table', { name: 'Values of query A' });
    await expect(table.getByRole('row').nth(1)).toContainText(/\d/);
    expect(new URL(page.url()).searchParams.get('q')).toBe('container_memory_working_set_bytes');
    await page.reload();
    await expect(metrics.editor).toHaveText('container_memory_working_set_bytes');
    await expect(table.getByRole('row').nth(1)).toContainText(/\d/);
  });

  test('metrics: a malformed query and ten years are each a sentence', async ({ page }) => {
    const metrics = new MetricsPage(page);
    await metrics.open('demo');
    await metrics.type('sum by (namespace) (up');
    await page.keyboard.press('Delete');
    await metrics.run();
    await expect(metrics.failure.filter({ hasText: 'The query is malformed' })).toContainText(/parse error/);
    await metrics.open('demo', { from: instant(Date.now() / 1000 - 10 * 365 * 86_400), to: 'now' });
    await metrics.type('up');
    await metrics.run();
    await expect(metrics.failure.filter({ hasText: 'The time range is too long' })).toContainText(
      'The longest allowed is',
    );
  });
});
