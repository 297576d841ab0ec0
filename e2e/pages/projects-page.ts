import type { Page } from '@playwright/test';

export class ProjectsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async create(name: string, slug: string): Promise<void> {
    await this.page.goto('/projects');
    await this.page.getByRole('button', { name: 'Create project' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill(name);
    await dialog.getByLabel('Short name').fill(slug);
    await dialog.getByRole('button', { name: 'Create project' }).click();
    await this.page.waitForURL(`**/p/${slug}`);
  }
}
