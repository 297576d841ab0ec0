import { expect, type Locator, type Page } from '@playwright/test';

/** The list of dashboards, and one of them in its frame. */
export class DashboardsPage {
  readonly page: Page;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Title or tag' });
  }

  async open(base: string, uid?: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
    const search = new URLSearchParams(query).toString();
    await this.page.goto(`${base}${uid === undefined ? '' : `/${uid}`}${search === '' ? '' : `?${search}`}`);
  }

  link(title: string): Locator {
    return this.page
      .getByRole('table', { name: /^(Dashboards|Grafana)$/ })
      .getByRole('link', { name: title, exact: true });
  }

  /** The query of Grafana's address, which the page's range, variables and theme are written to; empty while it loads. */
  shown(): URLSearchParams {
    const frame = this.page
      .frames()
      .find((one) => URL.canParse(one.url()) && new URL(one.url()).hostname.startsWith('grafana.'));
    return frame === undefined ? new URLSearchParams() : new URL(frame.url()).searchParams;
  }

  panel(title: string): Locator {
    const byTitle = this.page.frameLocator('iframe').getByTestId(`data-testid Panel header ${title}`);
    return byTitle.first();
  }

  /** Waits until a panel shows a figure: neither "No data" nor a spinner. */
  async expectFigure(title: string): Promise<string> {
    const panel = this.panel(title);
    await expect(async () => {
      const text = ((await panel.textContent()) ?? '').replace(title, '');
      expect(text).toMatch(/\d/);
      expect(text).not.toContain('No data');
    }).toPass({ timeout: 60_000 });
    return ((await panel.textContent()) ?? '').replace(title, '');
  }
}
