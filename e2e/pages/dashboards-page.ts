import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The list of dashboards, and one of them in its frame. */
export class DashboardsPage {
  readonly page: Page;
  readonly rows: Locator;
  readonly search: Locator;
  readonly frame: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('table', { name: 'Dashboards' }).locator('tbody').getByRole('row');
    this.search = page.getByRole('searchbox', { name: 'Title or tag' });
    this.frame = page.frameLocator('iframe');
  }

  async open(project: string, uid?: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
    const search = new URLSearchParams(query).toString();
    const path = `/p/${project}/dashboards${uid === undefined ? '' : `/${uid}`}`;
    await this.page.goto(search === '' ? path : `${path}?${search}`);
  }

  panel(title: string): Locator {
    return this.frame.locator('[data-testid^="data-testid Panel header"], section').filter({ hasText: title }).first();
  }

  /** A number that a panel shows: not "No data", not an error. */
  async numberIn(title: string): Promise<number> {
    const panel = this.panel(title);
    await expect(panel).toContainText(/\d/, { timeout: 30_000 });
    await expect(panel).not.toContainText('No data');
    const text = (await panel.textContent()) ?? '';
    return Number(/-?\d+(?:\.\d+)?/.exec(text.replace(title, ''))?.[0] ?? Number.NaN);
  }
}
