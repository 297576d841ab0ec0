import { expect, type Locator, type Page } from '@playwright/test';

export class ClusterPage {
  readonly page: Page;
  readonly monitoring: Locator;
  readonly logging: Locator;

  constructor(page: Page) {
    this.page = page;
    this.monitoring = page.getByRole('switch', { name: 'Monitoring' });
    this.logging = page.getByRole('switch', { name: 'Logging' });
  }

  async open(clusterId: string): Promise<void> {
    await this.page.goto(`/clusters/${clusterId}`);
    await expect(this.logging).toBeVisible();
  }

  /** A step of the newest operation, in a state as a screen reader says it. */
  step(state: 'Done' | 'Running' | 'Waiting' | 'Failed' | 'Skipped', title: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: `${state}: ${title}` });
  }

  /** Opens the dialog, in which a kubeconfig is checked and replaced. */
  async replaceKubeconfig(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name: 'Replace kubeconfig' }).click();
    return this.page.getByRole('dialog');
  }

  async delete(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name: 'Delete cluster' }).click();
    const dialog = this.page.getByRole('dialog');
    const button = dialog.getByRole('button', { name: 'Delete cluster' });
    await expect(button).toBeDisabled();
    await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
    await button.click();
  }
}
