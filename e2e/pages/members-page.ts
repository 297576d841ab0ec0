import type { Locator, Page } from '@playwright/test';

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

  /** The row of whoever has this address. */
  row(email: string): Locator {
    return this.page.getByRole('row').filter({ hasText: email });
  }

  /** Leaves one cluster and one namespace of the project to a member. */
  async narrow(email: string, part: { readonly cluster: string; readonly namespace: string }): Promise<void> {
    const dialog = await this.#change(email);
    await choose(dialog, 'Which clusters', 'Only some');
    await dialog.getByRole('checkbox', { name: part.cluster, exact: true }).check();
    await choose(dialog, 'Which namespaces', 'Only some');
    await dialog.getByPlaceholder('shop').fill(part.namespace);
    await dialog.getByRole('button', { name: 'Add namespace' }).click();
    await this.#save(dialog);
  }

  /** Gives a member the whole project again. */
  async widen(email: string): Promise<void> {
    const dialog = await this.#change(email);
    for (const label of ['Which clusters', 'Which namespaces']) await choose(dialog, label, 'All');
    await this.#save(dialog);
  }

  async #change(email: string): Promise<Locator> {
    await this.row(email)
      .getByRole('button', { name: /^Actions for / })
      .click();
    await this.page.getByRole('menuitem', { name: 'Change role' }).click();
    return this.page.getByRole('dialog');
  }

  async #save(dialog: Locator): Promise<void> {
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}

async function choose(dialog: Locator, label: string, choice: 'All' | 'Only some'): Promise<void> {
  await dialog.getByRole('group', { name: label }).getByRole('button', { name: choice, exact: true }).click();
}
