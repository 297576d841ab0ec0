import type { Browser, BrowserContext, Page } from '@playwright/test';
import { unique } from '../fixtures/names.ts';
import { addMember, type Member, signInAs } from '../fixtures/people.ts';
import { withDatabase } from '../fixtures/product/database.ts';
import { tenantOf, writeLines, writeSample } from '../fixtures/stores.ts';
import { expect, test } from '../fixtures/test.ts';
import { LogsPage } from '../pages/logs-page.ts';
import { MembersPage } from '../pages/members-page.ts';
import { MetricsPage } from '../pages/metrics-page.ts';

// Nobody's agents: two registrations without a switch on, and data that is written for them.
const project = unique('scopes');
const [near, far, ghost] = [unique('near'), unique('far'), unique('ghost')];
const metric = `e2e_scopes_${unique('m').slice(2)}`;
let owner: Member;
let member: Member;
let ids: Readonly<Record<string, string>>;

test.beforeAll(async ({ admin }) => {
  await admin.mutate('projects.create', { name: `Scopes ${project}`, slug: project });
  owner = await addMember(admin, project, 'owner', `${unique('owner')}@example.com`);
  member = await addMember(admin, project, 'viewer', `${unique('reader')}@example.com`);
  ids = await withDatabase(async (db) => {
    const { id: projectId, tenants } = await db.project.findUniqueOrThrow({
      where: { slug: project },
      include: { tenants: true },
    });
    const common = { projectId, seedId: tenants[0]?.seedId ?? '', region: 'test', apiServer: 'https://192.0.2.1:6443' };
    const rows = [near, far, ghost].map((name) => ({ ...common, name, kubeconfigEnvelope: 'v2.none' }));
    const made = await db.cluster.createManyAndReturn({ data: rows, select: { id: true, name: true } });
    return Object.fromEntries(made.map(({ id, name }) => [name, id]));
  });
  const orgId = await tenantOf(project);
  for (const cluster of [near, far]) {
    for (const namespace of ['pay', 'cart']) {
      const labels = { cluster, namespace, pod: 'writer', container: 'main', level: 'info' };
      await writeLines(orgId, labels, [`level=info msg="line of ${namespace} in ${cluster}"`]);
      await writeSample(orgId, metric, labels);
    }
  }
});

test.afterAll(() =>
  withDatabase(async (db) => {
    await db.cluster.deleteMany({ where: { id: { in: Object.values(ids) } } });
  }),
);

async function pageOf(browser: Browser, { caller }: Member): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext();
  await signInAs(context, caller);
  return { page: await context.newPage(), context };
}

interface Answer {
  readonly data: { readonly result: readonly { readonly stream?: Labels; readonly metric?: Labels }[] };
}
type Labels = Readonly<Record<string, string>>;

/** Cluster and namespace of everything that a page's own query was answered with. */
async function heard(page: Page, store: 'loki' | 'prometheus', act: () => Promise<void>): Promise<string[]> {
  for (let left = 2; ; left--) {
    const answered = page.waitForResponse(
      (response) => response.url().includes(`/${store}/api/v1/query_range`) && response.status() === 200,
    );
    await act();
    // The browser forgets the body of an answer that the page has left behind: then the page is made to ask again.
    const answer: Answer | undefined = await (await answered).json().catch(() => undefined);
    if (answer !== undefined) return placesOf(answer);
    if (left === 0) throw new Error(`No answer of ${store} could be read.`);
  }
}

function placesOf({ data }: Answer): string[] {
  const places = data.result.map(({ stream, metric: series }) => stream ?? series ?? {});
  return [...new Set(places.map(({ cluster, namespace }) => `${cluster}/${namespace}`))].sort();
}

const all = [near, far].flatMap((cluster) => ['cart', 'pay'].map((namespace) => `${cluster}/${namespace}`)).sort();
const readLogs = (page: Page) => heard(page, 'loki', () => new LogsPage(page).open(project, '{pod="writer"}'));

async function readMetrics(page: Page): Promise<string[]> {
  const metrics = new MetricsPage(page);
  await metrics.open(project);
  await metrics.type(metric);
  return heard(page, 'prometheus', () => metrics.run());
}

async function expectClusters(page: Page, seen: readonly string[]): Promise<void> {
  await page.goto(`/p/${project}`);
  for (const name of [near, far, ghost]) {
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(seen.includes(name) ? 1 : 0);
  }
}

test('an owner narrows a member to a cluster and a namespace, and widens again, while the member stays signed in', async ({
  browser,
}) => {
  const [{ page: owners, context: one }, { page: members, context: two }] = [
    await pageOf(browser, owner),
    await pageOf(browser, member),
  ];
  const list = new MembersPage(owners);
  await expectClusters(members, [near, far, ghost]);
  await expect.poll(() => readLogs(members)).toEqual(all);
  expect(await readMetrics(members)).toEqual(all);

  await test.step('narrowed', async () => {
    await list.open(project);
    await list.narrow(member.email, { cluster: near, namespace: 'pay' });
    await expect(list.row(member.email)).toContainText(`${near} · pay`);
    await expect.poll(() => readLogs(members), { timeout: 5_000 }).toEqual([`${near}/pay`]);
    await expectClusters(members, [near]);
    expect(await readMetrics(members)).toEqual([`${near}/pay`]);
    await members.goto(`/clusters/${ids[far]}`);
    await expect(members.getByRole('alert').filter({ hasText: /no such cluster/i })).toBeVisible();
  });

  await test.step('what cannot be narrowed is refused with a sentence', async () => {
    const metrics = new MetricsPage(members);
    await metrics.open(project);
    await metrics.type(`info(${metric})`);
    await members.keyboard.press('Escape');
    await metrics.run();
    const refusal = metrics.failure.filter({ hasText: 'reaches beyond your part of the project' }).first();
    await expect(refusal).toBeVisible();
    await expect(refusal).toContainText('You may read a part of this project only');
    await expect(refusal).toContainText('"info"');
  });

  await test.step('widened', async () => {
    await list.widen(member.email);
    await expect(list.row(member.email)).toContainText('all clusters');
    await expect.poll(() => readLogs(members), { timeout: 5_000 }).toEqual(all);
    await expectClusters(members, [near, far, ghost]);
    expect(await readMetrics(members)).toEqual(all);
  });
  for (const context of [one, two]) await context.close();
});

test('a role for a cluster that was deleted grants nothing, and the page says so', async ({ browser }) => {
  const reach = { clusters: [ids[ghost]], namespaces: 'all' };
  await owner.caller.mutate('members.change', { project, memberId: member.memberId, role: 'viewer', ...reach });
  await withDatabase((db) => db.cluster.delete({ where: { id: ids[ghost] ?? '' } }));
  const [{ page: owners, context: one }, { page: members, context: two }] = [
    await pageOf(browser, owner),
    await pageOf(browser, member),
  ];
  const list = new MembersPage(owners);
  await list.open(project);
  await expect(list.row(member.email)).toContainText('1 deleted cluster');
  await expectClusters(members, []);
  const logs = new LogsPage(members);
  await logs.open(project, '{pod="writer"}');
  await expect(logs.failure.filter({ hasText: 'no telemetry here that you may read' }).first()).toBeVisible();
  await expect(logs.rows()).toHaveCount(0);
  const read = await member.caller.get(`/api/projects/${project}/loki/api/v1/labels`);
  expect([read.status, read.text]).toEqual([404, expect.stringContaining('Ask an owner')]);
  for (const context of [one, two]) await context.close();
});
