import type { Locator, Page } from '@playwright/test';

export class MetricsPage {
  readonly page: Page;
  readonly editor: Locator;
  readonly failure: Locator;
  readonly result: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.getByRole('textbox', { name: 'PromQL query A' });
    this.failure = page.getByRole('alert').filter({ hasText: /\S/ });
    this.result = page.getByRole('region', { name: 'Query A' });
  }

  async open(project: string, range: { from: string; to: string } = { from: 'now-1h', to: 'now' }): Promise<void> {
    await this.page.goto(`/p/${project}/metrics?${new URLSearchParams(range)}`);
  }

  /** Types as a person would, so that completion opens. */
  async type(text: string): Promise<void> {
    await this.editor.click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
    await this.editor.pressSequentially(text, { delay: 30 });
  }

  completion(name: string): Locator {
    return this.page.getByRole('listbox').getByRole('option').filter({ hasText: name });
  }

  async run(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
  }

  async show(tab: 'Graph' | 'Table'): Promise<void> {
    await this.page.getByRole('group', { name: 'Show as' }).getByRole('button', { name: tab }).click();
  }
}
