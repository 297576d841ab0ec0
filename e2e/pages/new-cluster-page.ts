import type { Locator, Page } from '@playwright/test';

export interface NewCluster {
  readonly name: string;
  readonly region: string;
  readonly kubeconfig: string;
  readonly monitoring: boolean;
  readonly logging: boolean;
}

export class NewClusterPage {
  readonly page: Page;
  /** Under the field, once something is wrong with what was pasted. */
  readonly refusal: Locator;
  readonly checks: Locator;

  constructor(page: Page) {
    this.page = page;
    this.refusal = page.getByRole('alert').filter({ hasText: /\S/ });
    this.checks = page.getByRole('list', { name: 'Preflight checks' }).getByRole('listitem');
  }

  async open(project: string): Promise<void> {
    await this.page.goto(`/clusters/new?project=${project}`);
  }

  async fill({ name, region, kubeconfig, monitoring, logging }: NewCluster): Promise<void> {
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel('Region').fill(region);
    await this.page.getByLabel('Kubeconfig').fill(kubeconfig);
    await this.page.getByRole('checkbox', { name: 'Monitoring' }).setChecked(monitoring);
    await this.page.getByRole('checkbox', { name: 'Logging' }).setChecked(logging);
  }

  async check(): Promise<void> {
    await this.page.getByRole('button', { name: 'Check only' }).click();
  }

  async add(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add cluster' }).click();
  }
}
