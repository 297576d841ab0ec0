import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { agentCertificate, push, seedAuthority } from '../fixtures/door.ts';
import { figure } from '../fixtures/figures.ts';
import { unique } from '../fixtures/names.ts';
import { payloads } from '../fixtures/payloads.ts';
import { addMember, type Member, signInAs } from '../fixtures/people.ts';
import { productUrl } from '../fixtures/product/place.ts';
import { logPush, tenantOf, writeLines, writeSample } from '../fixtures/stores.ts';
import { expect, test } from '../fixtures/test.ts';
import { until } from '../fixtures/until.ts';
import { type Mischief, watchPage } from '../fixtures/watch-page.ts';
import { LogsPage } from '../pages/logs-page.ts';
import { MetricsPage } from '../pages/metrics-page.ts';

const project = unique('stored');
const mark = unique('mark');
const metric = `e2e_payload_${unique('m').slice(2)}`;
const texts = payloads(mark);
/** Stores refuse longer label values. */
const labelTexts = texts.map((text) => text.slice(0, 900).replaceAll('\u0000', ''));
const nothing: Mischief = { dialogs: [], violations: [], requests: [], errors: [], links: [], ran: 0 };
let owner: Member;
let reader: Member;

test.beforeAll(async ({ admin }) => {
  test.setTimeout(180_000);
  // A name is whatever people type.
  const name = `<img src=x onerror="window.payloadRan=1">{{7*7}}\u202e`;
  await admin.mutate('projects.create', { name, slug: project });
  owner = await addMember(admin, project, 'owner', `${unique('owner')}@example.com`);
  reader = await addMember(admin, 'demo', 'viewer', `${unique('reader')}@example.com`);
  const orgId = await tenantOf(project);
  const base = { cluster: 'e2e', namespace: 'payloads', pod: 'writer', container: 'main', level: 'info' };
  await writeLines(orgId, base, texts);
  for (const [index, text] of labelTexts.entries()) {
    const place = ['namespace', 'pod', 'container', 'level', 'cluster'][index % 5] ?? '';
    await writeLines(orgId, { ...base, [place]: text }, [`${mark} in a label`]);
    await writeSample(orgId, metric, { namespace: `n${index}`, text });
  }
  // And by the way that agents take: TLS, the cluster's certificate, nginx.
  const certificate = await agentCertificate('demo');
  const body = logPush({ ...base, namespace: 'e2e', pod: mark }, texts);
  const { certPem } = await seedAuthority();
  expect(await push(certPem, { body, certificate })).toBe(204);
  const path = `/api/projects/${project}/prometheus/api/v1/query?query=count(${metric})`;
  await until(
    'the samples',
    async () => (await owner.caller.get(path)).text.includes(`"${labelTexts.length}"`) || undefined,
    { seconds: 30 },
  );
});

// Later runs look at lists of projects, and at how wide they are.
test.afterAll(({ admin }) => admin.mutate('projects.rename', { project, name: 'Stored payloads' }));

async function expectIntact(page: Page): Promise<void> {
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page.getByText('Something went wrong')).toHaveCount(0);
}

/** Opens every line in turn, hovers over it, and looks at the fields beside the list. */
async function readEverything(page: Page, query: string, slug: string): Promise<number> {
  const logs = new LogsPage(page);
  await logs.open(slug, query);
  await expect(logs.rows().first()).toBeVisible({ timeout: 20_000 });
  let opened = 0;
  const rows = await logs.rows().count();
  for (let index = 0; index < Math.min(rows, 6); index++) {
    const row = logs
      .rows()
      .nth(index)
      .getByRole('button', { name: /^Line of / });
    await row.scrollIntoViewIfNeeded();
    await row.hover();
    await row.click();
    await expect(logs.detail).toBeVisible();
    opened++;
    await row.click();
  }
  await logs.loadAll();
  for (const field of await page.getByRole('button', { name: / label$/ }).all())
    await field.click({ timeout: 500 }).catch(() => undefined);
  await expectIntact(page);
  return opened;
}

test('log lines and labels stay text, by the agents’ way and by any other', async ({ page, context }) => {
  test.setTimeout(300_000);
  const { mischief, settle } = await watchPage(page, productUrl);
  await signInAs(context, owner.caller);
  for (const query of [`{pod=~".+"} |= "${mark}"`, `{pod=~".+"} | json | logfmt`]) {
    await readEverything(page, query, project);
    await settle();
  }
  await signInAs(context, reader.caller);
  await readEverything(page, `{pod="${mark}"}`, 'demo');
  await settle();
  expect(mischief).toEqual(nothing);
  figure(`payloads in log lines and labels that did anything, of ${texts.length + labelTexts.length}`, 0, '0');
});

test('labels of metrics stay text in legend, tooltip and table', async ({ page, context }) => {
  test.setTimeout(180_000);
  const { mischief, settle } = await watchPage(page, productUrl);
  await signInAs(context, owner.caller);
  const metrics = new MetricsPage(page);
  await page.goto(`/p/${project}/metrics?${new URLSearchParams({ from: 'now-15m', to: 'now', q: metric })}`);
  await metrics.run();
  const graph = metrics.result.getByRole('img', { name: /over time, \d+ series/ });
  await expect(graph.locator('canvas')).toBeVisible({ timeout: 20_000 });
  const box = await graph.boundingBox();
  for (const part of [0.2, 0.5, 0.8, 0.95, 0.99]) {
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) * part, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await page.waitForTimeout(100);
  }
  await settle();
  await metrics.show('Table');
  await expect(page.getByRole('table', { name: 'Values of query A' }).getByRole('row').nth(1)).toContainText(/\d/);
  await metrics.type(`${metric}{text="`);
  await page.waitForTimeout(1_500);
  await expectIntact(page);
  await settle();
  expect(mischief).toEqual(nothing);
  figure(`payloads in labels of metrics that did anything, of ${labelTexts.length}`, 0, '0');
});

test('names and addresses stay text', async ({ page, context }) => {
  test.setTimeout(240_000);
  const { mischief, settle } = await watchPage(page, productUrl);
  // Eight addresses hold them all.
  const short = texts.filter((text) => text.length < 400);
  const joined = Array.from({ length: 8 }, (_, part) => short.filter((_text, index) => index % 8 === part).join(' '));
  for (const text of joined.slice(0, 3)) {
    await page.goto(`/sign-in?${new URLSearchParams({ from: text, error: text })}`);
    await settle();
  }
  await signInAs(context, owner.caller);
  for (const path of ['/', `/p/${project}`, `/p/${project}/members`, '/settings/account']) {
    await page.goto(path);
    await expectIntact(page);
    await settle();
  }
  for (const [index, text] of joined.entries()) {
    const search = new URLSearchParams({ q: text, from: text, to: text, fields: text, view: text, error: text });
    await page.goto(`/p/${project}/${index % 2 === 0 ? 'logs' : 'metrics'}?${search}`);
    await settle();
  }
  expect(mischief).toEqual(nothing);
  figure(`payloads in names and addresses that did anything, of ${short.length}`, 0, '0');
});

test('a control: a page that takes text for HTML is seen', async ({ page }) => {
  const server = createServer((_request, response) =>
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<!doctype html>${texts.slice(3, 13).join('\n')}`),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://careless.localhost:${(server.address() as AddressInfo).port}`;
  const { mischief, settle } = await watchPage(page, origin);
  await page.goto(origin);
  await settle();
  server.closeAllConnections();
  server.close();
  expect(mischief.dialogs.length).toBeGreaterThan(2);
  expect(mischief.requests.length).toBeGreaterThan(2);
  expect(mischief.ran).toBeGreaterThan(2);
  figure('payloads that run on a page without protection', mischief.ran);
});
