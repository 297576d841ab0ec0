import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
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
    for (const [size, viewport] of Object.entries(sizes)) {
      const page = await openPage(browser, viewport, look.signedOut ? undefined : admin);
      await page.goto(look.path(places));
      await look.ready(page);
      for (const theme of themes) {
        // The product follows the machine's theme unless a person has chosen one; before the sign-in at the next load.
        await page.emulateMedia({ colorScheme: theme });
        if (look.signedOut) await page.reload();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const picture = await page.screenshot({ animations: 'disabled' });
        await info.attach(`${look.name}-${size}-${theme}.png`, { body: picture, contentType: 'image/png' });
        expect.soft(await overflow(page), `${size}, ${theme}: scrolls sideways`).toEqual([]);
        expect.soft(await offences(page), `${size}, ${theme}: axe`).toEqual([]);
      }
      await page.context().close();
    }
  });
}

async function openPage(
  browser: Browser,
  viewport: { width: number; height: number },
  who: Caller | undefined,
): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme: 'light', reducedMotion: 'reduce' });
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
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
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
