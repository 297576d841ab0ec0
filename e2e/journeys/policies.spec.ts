import type { Caller } from '../fixtures/caller.ts';
import { deleteCluster, freeSecond, kubectl, registerSecond, succeeded } from '../fixtures/clusters.ts';
import { figure, secondsSince } from '../fixtures/figures.ts';
import { unique } from '../fixtures/names.ts';
import { signInAs } from '../fixtures/people.ts';
import { expect, test } from '../fixtures/test.ts';
import { until } from '../fixtures/until.ts';
import { ClusterPage } from '../pages/cluster-page.ts';
import { PoliciesPage } from '../pages/policies-page.ts';

const name = unique('second');
let clusterId = '';

test.beforeAll(async ({ admin }) => {
  test.setTimeout(180_000);
  await freeSecond(admin);
  await follow(admin);
  const registration = { project: 'demo', name, monitoring: false, logging: false };
  const registered = await registerSecond(admin, registration);
  clusterId = registered.clusterId;
  if (registered.operationId !== null) await succeeded(admin, registered.operationId);
});

test.afterAll(async ({ admin }) => {
  test.setTimeout(180_000);
  await follow(admin);
  if (clusterId !== '') await deleteCluster(admin, clusterId, name);
});

/** No policy of the platform about logging. */
const follow = (admin: Caller) => admin.mutate('policies.removeForPlatform', { setting: 'logging.enabled' });
const logAgents = async () => {
  const listed = await kubectl('second', ['get', 'daemonsets', '--namespace=oriel-agent', '--output=name']);
  return listed.split('\n').some((line) => line.includes('logs'));
};
const brought = (there: boolean) =>
  until(`the log agents to ${there ? 'come' : 'go'}`, async () => ((await logAgents()) === there ? true : undefined), {
    seconds: 90,
  });

test('what the platform enforces reaches every cluster, locks its switch, and is given up again', async ({
  context,
  page,
  admin,
}) => {
  test.setTimeout(300_000);
  await signInAs(context, admin);
  const policies = new PoliciesPage(page);
  const cluster = new ClusterPage(page);
  expect(await logAgents()).toBe(false);

  await policies.open();
  await policies.cell('Logging', 'Platform').click();
  await policies.choose('Enforced');
  await policies.dialog.getByRole('switch', { name: 'Logging' }).click();
  await expect(policies.dialog.getByText(/^1 cluster changes: /)).toContainText(name);
  await policies.save();
  await expect(policies.dialog).toBeHidden();
  await expect(policies.cell('Logging', 'Platform')).toContainText('OnEnforced');
  const since = performance.now();
  await brought(true);
  figure('An enforced policy stands in the cluster after', secondsSince(since));

  await cluster.open(clusterId);
  await expect(cluster.logging).toBeChecked();
  await expect(cluster.logging).toBeDisabled();
  await expect(cluster.logging).toHaveAccessibleDescription(
    'Logging is held on by a policy of the platform. Ask a platform administrator.',
  );
  await expect(page.getByRole('region', { name: 'Logging' }).getByText('Enforced by platform')).toBeVisible();
  await expect(admin.mutate('clusters.setSwitches', { clusterId, logging: false })).rejects.toThrow(
    'Logging is set to on by a policy of the platform, which is enforced.',
  );

  await policies.open();
  await policies.cell('Logging', 'Platform').click();
  await policies.choose('Not set');
  await expect(policies.dialog.getByText('Falls back to off, which is built in.')).toBeVisible();
  await expect(policies.dialog.getByText(/^1 cluster changes: /)).toContainText(name);
  await policies.save();
  await expect(policies.dialog).toBeHidden();
  await brought(false);
  await cluster.open(clusterId);
  await expect(cluster.logging).not.toBeChecked();
  await expect(cluster.logging).toBeEnabled();
});

test('the audit log has both, and is whole', async ({ context, page, admin }) => {
  await signInAs(context, admin);
  // Other journeys set policies of their clusters meanwhile.
  await page.goto('/admin/audit?action=policy&target=platform');
  const rows = page.getByRole('row');
  await expect(rows.nth(1)).toContainText('policy.remove');
  await expect(rows.nth(2)).toContainText('policy.set');
  await rows
    .nth(2)
    .getByRole('button', { name: /policy\.set/ })
    .click();
  await expect(page.getByRole('dialog').getByText('After, mode: enforced')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/^The audit log is whole: /)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('dialog').getByText(/^\d+:[0-9a-f]{64}$/)).toBeVisible();

  const { text, status } = await admin.get('/api/v1/audit/export?format=csv&action=policy');
  expect(status).toBe(200);
  expect(text).toContain('policy.remove');
});
