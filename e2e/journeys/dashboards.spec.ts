import { unique } from '../fixtures/names.ts';
import { addMember, type Member, signInAs } from '../fixtures/people.ts';
import { halt, resume } from '../fixtures/product/control.ts';
import { tenantOf, writeLines, writeSample } from '../fixtures/stores.ts';
import { expect, test } from '../fixtures/test.ts';
import { DashboardsPage } from '../pages/dashboards-page.ts';
import { Frame } from '../pages/frame.ts';

const ofDemo = '/p/demo/dashboards';
let viewer: Member;
let editor: Member;

test.describe.configure({ timeout: 180_000 });

test.beforeAll(async ({ admin }) => {
  viewer = await addMember(admin, 'demo', 'viewer', `${unique('looks')}@example.com`);
  editor = await addMember(admin, 'demo', 'editor', `${unique('edits')}@example.com`);
});

test('a viewer finds a dashboard, reads figures, and it stays in step with the page', async ({ page, context }) => {
  const dashboards = new DashboardsPage(page);
  const cluster = 'demo';
  await signInAs(context, viewer.caller);
  await dashboards.open(ofDemo);
  await expect(dashboards.link('Clusters')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New dashboard' })).toHaveCount(0);
  await dashboards.search.fill('clus');
  await expect(dashboards.link('Nodes')).toHaveCount(0);
  await dashboards.link('Clusters').click();

  await expect(new Frame(page).heading('Clusters')).toBeVisible();
  await dashboards.expectFigure('Reporting now');
  await dashboards.expectFigure('Memory now');

  await page.getByLabel('Cluster').selectOption(cluster);
  await expect.poll(() => dashboards.shown().get('var-cluster')).toBe(cluster);
  expect(new URL(page.url()).searchParams.get('var-cluster')).toBe(cluster);
  await page.keyboard.press('[');
  await expect.poll(() => /^\d+$/.test(dashboards.shown().get('from') ?? '')).toBe(true);
  await dashboards.open(ofDemo, 'oriel-clusters', { from: 'now-6h', to: 'now', 'var-cluster': cluster });
  await dashboards.expectFigure('Reporting now');
  expect(dashboards.shown().get('from')).toBe('now-6h');

  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => dashboards.shown().get('theme')).toBe('dark');
  await dashboards.expectFigure('Reporting now');
});

test('an editor makes a dashboard in Grafana, and everybody of the project finds it', async ({ context }) => {
  await signInAs(context, editor.caller);
  const page = await context.newPage();
  const dashboards = new DashboardsPage(page);
  await dashboards.open(ofDemo);
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'New dashboard' }).click();
  const grafana = await opened;
  await grafana.waitForURL(/\/dashboard\/new/);
  const title = unique('made');
  const save = (name: string) =>
    grafana.evaluate(async (called) => {
      const body = JSON.stringify({ dashboard: { title: called, panels: [] }, folderUid: 'oriel-project' });
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/dashboards/db', { method: 'POST', headers, body })).status;
    }, name);
  expect(await save(title)).toBe(200);
  await page.reload();
  await expect(dashboards.link(title)).toBeVisible();
  await dashboards.link(title).click();
  await expect(new Frame(page).heading(title)).toBeVisible({ timeout: 30_000 });
  await dashboards.open(ofDemo, 'oriel-pods');
  expect(Number.parseInt(await dashboards.expectFigure('Pods ready'), 10)).toBeGreaterThan(0);
});

test('a viewer opens Grafana as well, and cannot change anything there', async ({ context }) => {
  await signInAs(context, viewer.caller);
  const page = await context.newPage();
  await new DashboardsPage(page).open(ofDemo);
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open Grafana' }).click();
  const grafana = await opened;
  await grafana.waitForURL(({ pathname }) => pathname === '/dashboards');
  const statuses = await grafana.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const post = async (path: string, value: object) =>
      (await fetch(path, { method: 'POST', headers, body: JSON.stringify(value) })).status;
    return [
      await post('/api/dashboards/db', { dashboard: { title: 'mine' }, folderUid: 'oriel-project' }),
      await post('/api/folders', { title: 'mine' }),
      await post('/api/datasources', { name: 'mine', type: 'prometheus', url: 'http://127.0.0.1', access: 'proxy' }),
    ];
  });
  for (const status of statuses) expect([403, 404]).toContain(status);
});

test('Explore answers an editor with what is the project’s, and with nothing else', async ({ context, admin }) => {
  const [metric, theirs] = [`e2e_explored_${unique('m').slice(2)}`, unique('theirs')];
  await admin.mutate('projects.create', { name: `Other ${theirs}`, slug: theirs });
  const [own, other] = [await tenantOf('demo'), await tenantOf(theirs)];
  const labels = { cluster: 'e2e', pod: 'writer', container: 'main', level: 'info' };
  for (const [orgId, namespace] of [
    [own, 'explored-own'],
    [other, theirs],
  ] as const) {
    await writeSample(orgId, metric, { ...labels, namespace });
    await writeLines(orgId, { ...labels, namespace }, [`${metric} in ${namespace}`]);
  }
  await signInAs(context, editor.caller);
  const page = await context.newPage();
  await new DashboardsPage(page).open(ofDemo);
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open Grafana' }).click();
  const grafana = await opened;
  await grafana.waitForURL(({ pathname }) => pathname === '/dashboards');
  const { origin, searchParams } = new URL(grafana.url());
  const orgId = searchParams.get('orgId') ?? '';
  // Of what was written this minute a range of whole minutes has nothing yet.
  const kind = { metrics: { instant: true, range: false }, logs: {} };
  const asked = { metrics: metric, logs: `{cluster="e2e"} |= "${metric}"` };
  for (const store of ['metrics', 'logs'] as const) {
    const queries = [{ refId: 'A', expr: asked[store], datasource: { uid: `oriel-${store}` }, ...kind[store] }];
    const left = JSON.stringify({ datasource: `oriel-${store}`, queries, range: { from: 'now-1h', to: 'now' } });
    const answered = grafana.waitForResponse((response) => response.url().includes('/api/ds/query') && response.ok());
    await grafana.goto(`${origin}/explore?${new URLSearchParams({ orgId, left })}`);
    const answer = await (await answered).text();
    expect(answer).toContain('explored-own');
    expect(answer).not.toContain(theirs);
    await expect(grafana.getByText('explored-own', { exact: false }).first()).toBeVisible({ timeout: 30_000 });
  }
});

test('an administrator sees all projects in one', async ({ page, context, admin }) => {
  await signInAs(context, admin);
  const dashboards = new DashboardsPage(page);
  await dashboards.open('/admin/grafana');
  await dashboards.link('Fleet').click();
  await expect(new Frame(page).heading('Fleet')).toBeVisible();
  expect(Number.parseInt(await dashboards.expectFigure('Clusters'), 10)).toBeGreaterThan(0);
  expect(Number.parseInt(await dashboards.expectFigure('Projects'), 10)).toBeGreaterThan(0);
});

test('without Grafana the page says so, and the rest of Oriel goes on', { tag: '@alone' }, async ({
  page,
  context,
}) => {
  await signInAs(context, viewer.caller);
  const dashboards = new DashboardsPage(page);
  await halt('grafana');
  try {
    await dashboards.open(ofDemo);
    await expect(page.getByText('Dashboards made in Grafana are not shown')).toBeVisible();
    await expect(dashboards.link('Clusters')).toBeVisible();
    await dashboards.open(ofDemo, 'oriel-clusters');
    await expect(page.frameLocator('iframe').getByText('Grafana cannot be reached', { exact: false })).toBeVisible({
      timeout: 30_000,
    });
  } finally {
    await resume('grafana');
  }
  await dashboards.open(ofDemo, 'oriel-clusters');
  await dashboards.expectFigure('Reporting now');
});
