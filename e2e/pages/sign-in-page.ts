import type { Locator, Page } from '@playwright/test';

export class SignInPage {
  readonly page: Page;
  readonly refusal: Locator;

  constructor(page: Page) {
    this.page = page;
    this.refusal = page.getByRole('status').filter({ hasText: /^E-mail or password is wrong\./ });
  }

  async open(): Promise<void> {
    await this.page.goto('/sign-in');
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
}
