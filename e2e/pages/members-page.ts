import type { Page } from '@playwright/test';

export class MembersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(project: string): Promise<void> {
    await this.page.goto(`/p/${project}/members`);
  }

  /** Adds somebody new and gives the one-time link that is shown once. */
  async add(email: string, role: 'Viewer' | 'Editor' | 'Owner'): Promise<string> {
    await this.page.getByRole('button', { name: 'Add member' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await this.page.getByRole('option', { name: role }).click();
    await dialog.getByRole('button', { name: 'Add member' }).click();
    const link = await this.page.getByTestId('welcome-link').textContent();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    return (link ?? '').trim();
  }
}
