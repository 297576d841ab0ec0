import type { Caller } from '../fixtures/caller.ts';
import { deleteCluster, demoCluster, kubeconfigOf, kubectl, succeeded } from '../fixtures/clusters.ts';
import { newToken, runExample } from '../fixtures/examples.ts';
import { figure, secondsSince } from '../fixtures/figures.ts';
import { unique } from '../fixtures/names.ts';
import { administratorLink, password } from '../fixtures/people.ts';
import { readState } from '../fixtures/product/state.ts';
import { expect, test } from '../fixtures/test.ts';
import { until } from '../fixtures/until.ts';
import { removePod, startTalker } from '../fixtures/writers.ts';
import { ClusterPage } from '../pages/cluster-page.ts';
import { Frame } from '../pages/frame.ts';
import { LogsPage } from '../pages/logs-page.ts';
import { NewClusterPage } from '../pages/new-cluster-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

// The one real node is taken from its registration, registered by a program, and given back by a person.
test.describe.configure({ mode: 'serial' });

const project = unique('onboard');
const cluster = unique('edge');

test('examples: from a new project to the first lines and series of a real cluster', { tag: '@alone' }, async ({
  admin,
}) => {
  test.setTimeout(600_000);
  const token = await newToken(admin);
  const demo = await demoCluster(admin);
  await deleteCluster(admin, demo.id, 'demo');
  try {
    const start = performance.now();
    const { demo: kubeconfig } = readState().kubeconfigs;
    const onboarding = { file: 'typescript/onboard-cluster.ts', args: [project, cluster], token, kubeconfig };
    const told = await runExample({ ...onboarding, seconds: 300 });
    figure('examples: from a new project to an answer', `${secondsSince(start).toFixed(1)} s`, '< 300 s');
    expect(told).toMatch(/newest line: .{5,}/);
    expect(Number(/(\d+) series/.exec(told)?.[1])).toBeGreaterThan(10);

    expect(await runExample({ file: 'curl/query.sh', args: [project, cluster], token })).toMatch(
      /^(line: .+\n){1,3}series: \d+\n$/,
    );
    const audit = await runExample({ file: 'typescript/follow-audit.ts', args: [project], token });
    for (const action of ['project.create', 'cluster.create', 'cluster.set_switches']) expect(audit).toContain(action);
    const removal = { file: 'typescript/remove-cluster.ts', args: [project, cluster], token, seconds: 180 };
    expect(await runExample(removal)).toContain(`cluster ${cluster} removed`);
  } catch (failure) {
    await giveBack(admin);
    throw failure;
  }
});

test('an administrator, from the one-time link to the first line of a new pod, and logging off again', {
  tag: '@alone',
}, async ({ page, admin }) => {
  test.setTimeout(600_000);
  const [pod, word] = [unique('talker'), unique('word')];
  try {
    const { link } = await administratorLink();
    await page.goto(link);
    await new WelcomePage(page).setPassword(password);
    await expect(new Frame(page).heading('Fleet')).toBeVisible();

    const form = new NewClusterPage(page);
    await form.open('demo');
    const kubeconfig = await kubeconfigOf('demo');
    await form.fill({ name: 'demo', region: 'local', kubeconfig, monitoring: false, logging: false });
    await form.add();
    await page.waitForURL(/\/clusters\/[0-9a-f-]{36}$/);

    const clusterPage = new ClusterPage(page);
    const start = performance.now();
    await clusterPage.logging.click();
    await expect(clusterPage.logging).toBeChecked();
    await startTalker(pod, word);
    for (const step of ['Apply manifests', 'Agents ready']) {
      await expect(clusterPage.step('Done', step)).toBeVisible({ timeout: 90_000 });
    }
    const clusterUrl = page.url();
    const logs = new LogsPage(page);
    await logs.open('demo', `{namespace="default", pod="${pod}"} |= "${word}"`, { from: 'now-15m', to: 'now' });
    await expect(async () => {
      await logs.run();
      await expect(logs.rows().filter({ hasText: word }).first()).toBeVisible({ timeout: 1_500 });
    }).toPass({ timeout: 120_000, intervals: [500] });
    const seconds = secondsSince(start);
    figure('from switching logging on to the first line of a new pod on the page', `${seconds.toFixed(1)} s`, '< 60 s');
    expect(seconds).toBeLessThan(60);

    await page.goto(clusterUrl);
    const since = Date.now() / 1_000;
    await clusterPage.monitoring.click();
    await expect(clusterPage.monitoring).toBeChecked();
    await expect(clusterPage.step('Done', 'Agents fetched their configuration')).toBeVisible({ timeout: 120_000 });
    const query = encodeURIComponent('max(timestamp(up{cluster="demo"}))');
    await until(
      'the first sample',
      async () => {
        const { text } = await admin.get(`/api/projects/demo/prometheus/api/v1/query?query=${query}`);
        const [, newest = '0'] = /"value":\[[^,]+,"([^"]+)"\]/.exec(text) ?? [];
        return Number(newest) > since ? true : undefined;
      },
      { seconds: 150, everyMs: 1_000 },
    );

    await expect(clusterPage.logging).toBeEnabled();
    await clusterPage.logging.click();
    await expect(clusterPage.logging).not.toBeChecked();
    const agent = ['get', 'daemonset', 'oriel-agent-logs', '--namespace=oriel-agent', '--ignore-not-found'];
    await until(
      'the logs agent to be gone',
      async () => ((await kubectl('demo', agent)).trim() === '' ? true : undefined),
      { seconds: 120 },
    );
  } finally {
    await removePod(pod);
    await giveBack(admin);
  }
});

/** Whatever became of them: the demo cluster is registered in the project `demo`, with both signals. */
async function giveBack(admin: Caller): Promise<void> {
  const { rows } = await admin.query<{ rows: { id: string; name: string; project: { slug: string } }[] }>(
    'fleet.list',
    {
      limit: 200,
    },
  );
  const given = rows.find(({ name, project: { slug } }) => name === 'demo' && slug === 'demo');
  if (given !== undefined) {
    const both = { clusterId: given.id, monitoring: true, logging: true };
    const { operationId } = await admin.mutate<{ operationId: string | null }>('clusters.setSwitches', both);
    if (operationId !== null) await succeeded(admin, operationId);
    return;
  }
  for (const { id, name } of rows) if (name === cluster) await deleteCluster(admin, id, name);
  const { operationId } = await admin.mutate<{ operationId: string }>('clusters.create', {
    project: 'demo',
    name: 'demo',
    region: 'local',
    kubeconfig: await kubeconfigOf('demo'),
    monitoring: true,
    logging: true,
  });
  await succeeded(admin, operationId);
}
