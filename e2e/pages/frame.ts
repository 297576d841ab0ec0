import type { Locator, Page } from '@playwright/test';

/** What stands around every signed-in page. */
export class Frame {
  readonly page: Page;
  readonly nav: Locator;

  constructor(page: Page) {
    this.page = page;
    this.nav = page.getByRole('navigation', { name: 'Main' });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  async goTo(entry: string): Promise<void> {
    await this.nav.getByRole('link', { name: entry }).click();
  }

  async signOut(email: string): Promise<void> {
    await this.nav.getByRole('button', { name: email }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }
}
