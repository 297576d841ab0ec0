import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Caller } from '../fixtures/caller.ts';
import { demoCluster } from '../fixtures/clusters.ts';
import { looks, type Places } from '../fixtures/looks.ts';
import { signInAs } from '../fixtures/people.ts';
import { expect, test } from '../fixtures/test.ts';

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const themes = ['light', 'dark'] as const;

let places: Places;

test.beforeAll(async ({ admin }) => {
  const { id: clusterId } = await demoCluster(admin);
  const { operations } = await admin.query<{ operations: { id: string }[] }>('operations.list', {
    clusterId,
    limit: 1,
  });
  places = { clusterId, operationId: operations[0]?.id ?? '1' };
});

for (const look of looks) {
  test(`${look.name}: fits, and is accessible, wide and narrow, light and dark`, async ({ browser, admin }, info) => {
    // Kept for the pages to come, with the scripts that they share.
    const context = look.signedOut ? await newContext(browser) : await seat(browser, admin);
    for (const [size, viewport] of Object.entries(sizes)) {
      const page = await context.newPage();
      await page.setViewportSize(viewport);
      await page.goto(look.path(places));
      await look.ready(page);
      for (const theme of themes) {
        // What a theme changes is colours: the other rules have been through once.
        const rules = theme === themes[0] ? 'all' : 'colours';
        // The product follows the machine's theme unless a person has chosen one; before the sign-in at the next load.
        await page.emulateMedia({ colorScheme: theme });
        if (look.signedOut) await page.reload();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const picture = await page.screenshot({ animations: 'disabled' });
        await info.attach(`${look.name}-${size}-${theme}.png`, { body: picture, contentType: 'image/png' });
        expect.soft(await overflow(page), `${size}, ${theme}: scrolls sideways`).toEqual([]);
        expect.soft(await offences(page, rules), `${size}, ${theme}: axe`).toEqual([]);
      }
      await page.close();
    }
  });
}

test('cluster: fits with long names, long sentences and large numbers', async ({ browser, admin }, info) => {
  const page = await (await seat(browser, admin)).newPage();
  await page.setViewportSize(sizes.desk);
  await lengthen(page, admin);
  await page.goto(`/clusters/${places.clusterId}`);
  await expect(page.getByRole('heading', { level: 2, name: long })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('running containers')).toBeVisible({ timeout: 20_000 });
  for (const width of [1440, 1280, 1180, 820, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const picture = await page.screenshot({ animations: 'disabled', fullPage: true });
    await info.attach(`cluster-long-${width}.png`, { body: picture, contentType: 'image/png' });
    expect.soft(await overflow(page), `${width}: scrolls sideways`).toEqual([]);
    expect.soft(await spills(page), `${width}: leaves its pane`).toEqual([]);
  }
  await page.close();
});

const long = `kubectl-client-side-apply/${'aWordWithoutASpace'.repeat(6)}`;
const longAgo = '2020-02-29T23:59:59.999Z';

/** What a large and unlucky cluster says, by the field that says it. */
const longer: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(['name', 'region', 'seedName', 'apiServer', 'kubernetesVersion'].map((key) => [key, long])),
  ...Object.fromEntries(['title', 'message', 'reason', 'node', 'version', 'statusMessage'].map((key) => [key, long])),
  ...Object.fromEntries(['lastLogAt', 'lastMetricAt', 'observedAt', 'newestAt'].map((key) => [key, longAgo])),
  ...Object.fromEntries(['nodeCount', 'latencyMs', 'sources', 'sourcesExpected'].map((key) => [key, 1_234_567])),
  ...Object.fromEntries(['sentPerSecond', 'bytesPerSecond', 'retriesPerSecond'].map((key) => [key, 98_765_432_101])),
  // Before anything is measured the footprint is an estimate, and says so.
  cpuCores: null,
  memoryBytes: null,
  state: 'failed',
  known: true,
  found: 1_234_567,
  expected: 12_345_678,
  missing: [{ namespace: long, pod: long, container: long, startedAt: null }],
};

/** The product's own answers, with those fields in place of what the small demo cluster says. */
async function lengthen(page: Page, who: Caller): Promise<void> {
  await page.route(/\/api\/trpc\/[^?]*\b(clusters|operations)\./, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    // Live steps would come without them.
    if (pathname.endsWith('.watch')) return route.abort();
    const { status, text } = await who.get(pathname + search);
    const body = JSON.stringify(JSON.parse(text, (key, value) => (key in longer ? longer[key] : value)));
    return route.fulfill({ status, contentType: 'application/json', body });
  });
}

let signedIn: BrowserContext | undefined;

/** One for all tests of a worker. */
async function seat(browser: Browser, who: Caller): Promise<BrowserContext> {
  if (signedIn === undefined) {
    signedIn = await newContext(browser);
    await signInAs(signedIn, who);
  }
  return signedIn;
}

const newContext = (browser: Browser) => browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });

/** Boxes of the page that can be scrolled sideways: neither the window nor the pane of glass may. */
function overflow(page: Page): Promise<string[]> {
  return page
    .locator('html, body, #glass')
    .evaluateAll((boxes) =>
      boxes
        .filter((box) => box.scrollWidth > box.clientWidth)
        .map((box) => `${box.tagName} ${box.scrollWidth} > ${box.clientWidth}`),
    );
}

/** What stands out of its pane to the right, over the neighbour, without being cut off or scrolled there. */
function spills(page: Page): Promise<string[]> {
  return page.locator('#glass section *, #glass header *').evaluateAll((elements) =>
    elements
      .filter((element) => {
        const pane = element.closest('section, header');
        const edge = pane?.getBoundingClientRect().right ?? Number.POSITIVE_INFINITY;
        if (element.getBoundingClientRect().right <= edge + 1) return false;
        for (let box = element.parentElement; box !== null && box !== pane; box = box.parentElement) {
          if (element.ownerDocument.defaultView?.getComputedStyle(box).overflowX !== 'visible') return false;
        }
        return true;
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`),
  );
}

async function offences(page: Page, rules: 'all' | 'colours'): Promise<string[]> {
  // Legacy: in the page itself. Otherwise each analysis opens a second page, which only frames of other origins need.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await (rules === 'all'
    ? axe
    : axe.withRules(['color-contrast', 'link-in-text-block'])
  ).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target, any, all }) => `${target.join(' ')} ${[...any, ...all][0]?.message ?? ''}`)
          .join(' | ')}`,
    );
}
