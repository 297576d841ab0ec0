import { unique } from '../fixtures/names.ts';
import { addMember, signInAs } from '../fixtures/people.ts';
import { halt, resume } from '../fixtures/product/control.ts';
import { expect, test } from '../fixtures/test.ts';
import { removePod, startTalker } from '../fixtures/writers.ts';
import { LogsPage } from '../pages/logs-page.ts';

const talker = unique('tailed');
const query = `{namespace="default", pod="${talker}"}`;

test.beforeAll(() => startTalker(talker, talker));
test.afterAll(() => removePod(talker));

test('the tail follows, waits while one reads, and goes on', async ({ page, context, admin }) => {
  test.setTimeout(180_000);
  const reader = await addMember(admin, 'demo', 'viewer', `${unique('tail')}@example.com`);
  await signInAs(context, reader.caller);
  const logs = new LogsPage(page);
  await logs.open('demo', query);
  await expect(async () => {
    await logs.run();
    await expect(logs.rows().first()).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 90_000 });
  await logs.startTail();
  await expect.poll(() => new URL(page.url()).searchParams.get('live')).toBe('true');

  const first = await logs.newestNumber();
  await expect.poll(() => logs.newestNumber(), { timeout: 30_000 }).toBeGreaterThan(first + 3);
  expect(await logs.numbersAreWhole(), 'none is missing, none is there twice').toBe(true);

  await logs.openFirst();
  await expect(logs.tail('Paused')).toHaveAttribute('aria-pressed', 'true');
  const held = await logs.newestNumber();
  await expect(logs.pill).toBeVisible({ timeout: 20_000 });
  expect(await logs.newestNumber(), 'nothing moves while one reads').toBe(held);
  await logs.pill.click();
  await expect(logs.tail('Live')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => logs.newestNumber()).toBeGreaterThan(held);

  await page.reload();
  await expect(logs.tail('Live'), 'the address keeps it').toHaveAttribute('aria-pressed', 'true');
  await logs.lines.focus();
  await page.keyboard.press('p');
  await expect(logs.tail('Paused')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('l');
  await expect(logs.tail('Live')).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('live')).toBeNull();
});

test('the tail ends within ten seconds, in a sentence, when the role is taken away', async ({
  page,
  context,
  admin,
}) => {
  const reader = await addMember(admin, 'demo', 'viewer', `${unique('tail')}@example.com`);
  await signInAs(context, reader.caller);
  const logs = new LogsPage(page);
  await logs.open('demo', query);
  await logs.startTail();
  const before = await logs.newestNumber();
  await expect.poll(() => logs.newestNumber(), { timeout: 30_000 }).toBeGreaterThan(before);

  await admin.mutate('members.remove', { project: 'demo', memberId: reader.memberId });
  const note = page.getByRole('status').filter({ hasText: 'The live tail has ended' });
  await expect(note).toContainText('There is no such project, or you are not a member of it.', { timeout: 10_000 });
  await note.getByRole('button', { name: 'Open it again' }).click();
  await expect(note, 'it stays refused').toContainText('There is no such project');
});

test('a query that fails takes no line of the tail away, and is tried again', async ({ page, context, admin }) => {
  await signInAs(context, admin);
  // The end of the list is in view.
  await page.setViewportSize({ width: 1440, height: 2400 });
  const queries = /\/loki\/api\/v1\/query_range/;
  await page.route(queries, (route) => route.abort());
  const logs = new LogsPage(page);
  await logs.open('demo', query);
  await logs.startTail();
  await expect.poll(() => logs.newestNumber(), { timeout: 30_000 }).toBeGreaterThan(0);
  const end = page.getByRole('status').filter({ hasText: 'Older lines could not be loaded' });
  await expect(end).toBeVisible();
  await page.unroute(queries);
  await end.getByRole('button', { name: 'Try again' }).click();
  await expect(end).toHaveCount(0);
  expect(await logs.numbersAreWhole()).toBe(true);
});

test('the tail of a store that went away comes back by itself, and nothing is missing', { tag: '@alone' }, async ({
  page,
  context,
  admin,
}) => {
  test.setTimeout(180_000);
  await signInAs(context, admin);
  const logs = new LogsPage(page);
  await logs.open('demo', query);
  await logs.startTail();
  const before = await logs.newestNumber();
  await halt('loki');
  try {
    await expect(page.getByRole('status').filter({ hasText: 'The live tail is interrupted' })).toBeVisible({
      timeout: 30_000,
    });
    expect(await logs.newestNumber(), 'what was read stays').toBeGreaterThanOrEqual(before);
  } finally {
    await resume('loki');
  }
  await expect(page.getByText('The live tail is interrupted')).toHaveCount(0, { timeout: 60_000 });
  const back = await logs.newestNumber();
  await expect.poll(() => logs.newestNumber(), { timeout: 60_000 }).toBeGreaterThan(back + 3);
  expect(await logs.numbersAreWhole()).toBe(true);
});
