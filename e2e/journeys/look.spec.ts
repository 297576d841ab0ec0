import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import type { Caller } from '../fixtures/caller.ts';
import { demoCluster } from '../fixtures/clusters.ts';
import { signInAs } from '../fixtures/people.ts';
import { productUrl } from '../fixtures/product/place.ts';
import { expect, test } from '../fixtures/test.ts';

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const themes = ['light', 'dark'] as const;

interface Look {
  readonly name: string;
  readonly path: (places: Places) => string;
  /** What shows that the page has its data. */
  readonly ready: (page: Page) => Promise<void>;
  readonly signedOut?: boolean;
}

interface Places {
  readonly clusterId: string;
  readonly operationId: string;
}

const visible = (find: (page: Page) => ReturnType<Page['locator']>) => (page: Page) =>
  expect(find(page).filter({ visible: true }).first()).toBeVisible({ timeout: 20_000 });
const heading = (name: string | RegExp) => visible((page) => page.getByRole('heading', { level: 1, name }));
const text = (words: string | RegExp) => visible((page) => page.getByText(words));

const looks: readonly Look[] = [
  { name: 'sign-in', path: () => '/sign-in', ready: heading('Sign in'), signedOut: true },
  { name: 'setup', path: () => '/setup', ready: text('The first line was received') },
  {
    name: 'fleet',
    path: () => '/fleet',
    ready: visible((page) => page.getByRole('link', { name: 'demo', exact: true })),
  },
  { name: 'new-cluster', path: () => '/clusters/new', ready: visible((page) => page.getByLabel('Kubeconfig')) },
  { name: 'cluster', path: ({ clusterId }) => `/clusters/${clusterId}`, ready: text('running containers') },
  { name: 'operations', path: () => '/operations', ready: visible((page) => page.getByRole('row').nth(1)) },
  { name: 'operation', path: ({ operationId }) => `/operations/${operationId}`, ready: text('Asked for by') },
  {
    name: 'projects',
    path: () => '/projects',
    ready: visible((page) => page.getByRole('link', { name: 'Demo', exact: true })),
  },
  { name: 'seeds', path: () => '/seeds', ready: text('embedded') },
  {
    name: 'project',
    path: () => '/p/demo',
    ready: visible((page) => page.getByRole('link', { name: 'demo', exact: true })),
  },
  { name: 'members', path: () => '/p/demo/members', ready: text('Owner') },
  {
    name: 'logs',
    path: () => '/p/demo/logs',
    ready: visible((page) => page.getByRole('button', { name: /^Line of / })),
  },
  { name: 'metrics', path: () => '/p/demo/metrics', ready: heading(/Metrics/) },
  {
    name: 'tokens',
    path: () => '/settings/tokens',
    ready: visible((page) => page.getByRole('button', { name: /Create token/ })),
  },
  { name: 'account', path: () => '/settings/account', ready: visible((page) => page.getByLabel('Present password')) },
  { name: 'nothing-here', path: () => '/p/nowhere', ready: heading('There is nothing at this address') },
];

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
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const theme of themes) {
        await test.step(`${size}, ${theme}`, async () => {
          const page = await openPage(browser, { viewport, theme, who: look.signedOut ? undefined : admin });
          await page.goto(look.path(places));
          await look.ready(page);
          const picture = await page.screenshot({ animations: 'disabled' });
          await info.attach(`${look.name}-${size}-${theme}.png`, { body: picture, contentType: 'image/png' });
          expect.soft(await overflow(page), `${size}, ${theme}: scrolls sideways`).toEqual([]);
          expect.soft(await offences(page), `${size}, ${theme}: axe`).toEqual([]);
          await page.context().close();
        });
      }
    }
  });
}

interface Wish {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly theme: (typeof themes)[number];
  readonly who: Caller | undefined;
}

async function openPage(browser: Browser, { viewport, theme, who }: Wish): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'oriel-theme', value: theme, url: productUrl }]);
  if (who !== undefined) await signInAs(context, who);
  return context.newPage();
}

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

async function offences(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
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
