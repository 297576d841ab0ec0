import type { Locator, Page } from '@playwright/test';

/** Settings by place, and the dialog that changes one. */
export class PoliciesPage {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page.goto('/admin/policies');
  }

  /** What stands at a place; pressed, it opens the dialog. */
  cell(setting: string, place: string): Locator {
    return this.page.getByRole('button', { name: `Edit ${setting} of ${place}:` });
  }

  async choose(mode: 'Not set' | 'Default' | 'Enforced'): Promise<void> {
    await this.dialog.getByRole('button', { name: mode, exact: true }).click();
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
  }
}
