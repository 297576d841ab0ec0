import { expect, type Locator, type Page } from '@playwright/test';

export class LogsPage {
  readonly page: Page;
  readonly editor: Locator;
  readonly lines: Locator;
  readonly volume: Locator;
  readonly failure: Locator;
  readonly detail: Locator;
  /** Holds the lines that came while one reads. */
  readonly pill: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.getByRole('textbox', { name: 'LogQL query' });
    this.lines = page.getByRole('region', { name: 'Lines, newest first' });
    this.volume = page.getByRole('region', { name: 'Log volume' });
    this.failure = page.getByRole('alert').filter({ hasText: /\S/ });
    this.pill = page.getByRole('button', { name: /^Show [\d,]+ new lines?$/ });
    this.detail = page.getByRole('region', { name: 'Line', exact: true });
  }

  async open(
    project: string,
    query?: string,
    range: { from: string; to: string } = { from: 'now-1h', to: 'now' },
  ): Promise<void> {
    const search = new URLSearchParams({ ...range, ...(query === undefined ? {} : { q: query }) });
    await this.page.goto(`/p/${project}/logs?${search}`);
  }

  async write(query: string): Promise<void> {
    await this.editor.fill(query);
  }

  async run(): Promise<void> {
    await this.page.getByRole('button', { name: 'Run', exact: true }).click();
  }

  /** Adds a chip: `label` is one of the values. */
  async pick(label: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Filter', exact: true }).click();
    const popover = this.page.getByRole('dialog', { name: 'Add a filter' });
    await popover.getByRole('button', { name: `${label} label` }).click();
    await popover.getByRole('checkbox', { name: value, exact: true }).check();
    await popover.getByRole('button', { name: 'Apply' }).click();
  }

  /** The query as the page's address has it. */
  query(): string {
    return new URL(this.page.url()).searchParams.get('q') ?? '';
  }

  rows(): Locator {
    return this.lines.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: /^Line of / }) });
  }

  async openFirst(): Promise<void> {
    await this.rows()
      .first()
      .getByRole('button', { name: /^Line of / })
      .click();
    await expect(this.detail).toBeVisible();
  }

  async startTail(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Live tail', exact: true });
    await expect(button).toBeVisible({ timeout: 30_000 });
    await button.click({ timeout: 30_000 });
    await expect(this.tail('Live')).toHaveAttribute('aria-pressed', 'true');
  }

  tail(state: 'Live' | 'Paused'): Locator {
    return this.page.getByRole('group', { name: 'Live tail' }).getByRole('button', { name: state });
  }

  /** Of lines that end in `n=<number>`, counting up: the numbers in view, newest first. */
  async numbers(): Promise<number[]> {
    const texts = await this.rows().allTextContents();
    return texts.map((text) => Number(/n=(\d+)/.exec(text)?.[1])).filter((number) => !Number.isNaN(number));
  }

  async newestNumber(): Promise<number> {
    await expect(this.rows().first()).toBeVisible({ timeout: 30_000 });
    return (await this.numbers())[0] ?? -1;
  }

  /** Whether each number in view is one less than the one before it. */
  async numbersAreWhole(): Promise<boolean> {
    const numbers = await this.numbers();
    return numbers.every((number, index) => index === 0 || numbers[index - 1] === number + 1);
  }

  /** What the volume chart counted for all levels shown. */
  async counted(): Promise<number> {
    return numberIn(await this.volume.getByText(/^[\d,]+ lines$/).textContent());
  }

  /** Exact counts beside the levels. */
  async countedByLevel(): Promise<number> {
    const texts = await this.volume
      .getByRole('group', { name: 'Filter by level' })
      .getByRole('button')
      .allTextContents();
    return texts.map(numberIn).reduce((sum, count) => sum + count, 0);
  }

  /** Scrolls to the start of the range and gives how many lines the list holds by then. */
  async loadAll(): Promise<number> {
    const end = this.lines.getByText(/^Start of the range, .*All [\d,]+ lines? (is|are) loaded/);
    await expect(async () => {
      await this.lines.evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
      await expect(end).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    const [, count = ''] = /All ([\d,]+) line/.exec((await end.textContent()) ?? '') ?? [];
    return numberIn(count);
  }
}

/** The one number of a text, thousands separated or not. */
const numberIn = (text: string | null): number => Number((text ?? '').replace(/\D/g, ''));
