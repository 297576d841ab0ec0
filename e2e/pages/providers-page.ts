import type { Locator, Page } from '@playwright/test';

export interface NewProvider {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly adminGroup: string;
}

/** Settings, Sign-in. */
export class ProvidersPage {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page.goto('/settings/sign-in');
  }

  pane(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  /** Fills in the form, tests the issuer and saves. */
  async add(provider: NewProvider): Promise<void> {
    await this.page.getByRole('button', { name: 'Add provider' }).click();
    for (const [label, value] of [
      ['Id', provider.id],
      ['Name', provider.name],
      ['Issuer', provider.issuer],
      ['Client id', provider.clientId],
      ['Client secret', provider.clientSecret],
      ['Groups of platform administrators', provider.adminGroup],
    ] as const) {
      await this.dialog.getByLabel(label, { exact: true }).fill(value);
    }
    await this.dialog.getByRole('button', { name: 'Test' }).click();
    await this.dialog.getByText('names this issuer').waitFor();
    await this.dialog.getByRole('button', { name: 'Add provider' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
