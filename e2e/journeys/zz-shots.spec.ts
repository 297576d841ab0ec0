import { demoCluster } from '../fixtures/clusters.ts';
import { signInAs } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const out = '/tmp/c4/adminui/shots';

test('shots', async ({ browser, admin }) => {
  test.setTimeout(300_000);
  const { id } = await demoCluster(admin);
  const wanted = (process.env.SHOTS ?? '').split(',');
  const pages: Record<string, string> = {
    policies: '/admin/policies',
    project: '/p/demo/policies',
    cluster: `/clusters/${id}`,
    new: '/clusters/new',
    audit: '/admin/audit',
    paudit: '/p/demo/audit',
  };
  for (const [size, viewport] of Object.entries(sizes)) {
    const context = await browser.newContext({ viewport, colorScheme: 'light', reducedMotion: 'reduce' });
    await signInAs(context, admin);
    const page = await context.newPage();
    const shoot = async (name: string) => {
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForTimeout(300);
        await page.screenshot({ path: `${out}/${name}-${size}-${theme}.png`, animations: 'disabled' });
      }
    };
    for (const [name, path] of Object.entries(pages)) {
      if (!wanted.includes(name)) continue;
      await page.goto(path);
      await page.waitForTimeout(4000);
      await shoot(name);
      if (name === 'cluster') {
        await page.getByRole('heading', { level: 2, name: 'Settings' }).scrollIntoViewIfNeeded();
        await page.locator('#glass').evaluate((box) => box.scrollTo(0, 99999));
        await shoot('cluster-end');
        await page.getByRole('button', { name: 'Edit Scrape interval' }).click();
        await page.getByRole('textbox').fill('5');
        await page.waitForTimeout(2500);
        await shoot('cluster-dialog');
      }
      if (name === 'policies') {
        await page.getByRole('button', { name: 'On for every new cluster' }).click();
        await page.waitForTimeout(2500);
        await shoot('policies-start');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /Edit Logging of Platform/ }).click();
        await page.getByRole('button', { name: 'Enforced', exact: true }).click();
        await page.getByRole('dialog').getByRole('switch').click();
        await page.waitForTimeout(2500);
        await shoot('policies-dialog');
      }
      if (name === 'audit') {
        await page.getByRole('button', { name: 'Verify' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Verify' }).click();
        await page.waitForTimeout(2500);
        await shoot('audit-verify');
        await page.keyboard.press('Escape');
        await page.locator('#glass').getByRole('button', { name: /^Open/ }).first().click();
        await page.waitForTimeout(1500);
        await shoot('audit-entry');
      }
    }
    await context.close();
  }
});
