import { Validator } from '@seriousme/openapi-schema-validator';
import { deleteCluster, demoCluster, kubeconfigOf, succeeded } from '../fixtures/clusters.ts';
import { runExample } from '../fixtures/examples.ts';
import { figure, secondsSince } from '../fixtures/figures.ts';
import { ask } from '../fixtures/http.ts';
import { unique } from '../fixtures/names.ts';
import { signInAs } from '../fixtures/people.ts';
import { readState } from '../fixtures/product/state.ts';
import { expect, test } from '../fixtures/test.ts';

const project = unique('rest');
const cluster = unique('edge');
let token: string;

test.beforeAll(async ({ admin }) => {
  const headers = { ...admin.headers, 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'examples', readOnly: false, expiresInDays: 1 });
  const answer = await ask({ method: 'POST', path: '/api/v1/tokens', headers, body });
  expect(answer.status).toBe(201);
  token = (JSON.parse(answer.text) as { value: string }).value;
});

test('the document is served and valid, and an unknown address is a problem', async () => {
  const { status, text } = await ask({ path: '/api/v1/openapi.json' });
  expect(status).toBe(200);
  expect((await new Validator().validate(JSON.parse(text))).valid).toBe(true);
  const missing = await ask({ path: '/api/v1/nothing' });
  expect(missing.status).toBe(404);
  expect(missing.headers['content-type']).toBe('application/problem+json');
});

test('the reference is searched by key, shows an operation and copies it', async ({ context, page, admin }) => {
  await signInAs(context, admin);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/docs/api');
  const list = page.getByRole('navigation', { name: 'Operations' });
  await expect(list.getByRole('link', { name: 'Create a project' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('post cluster');
  await expect(list.getByRole('link', { name: 'Create a project' })).toHaveCount(0);
  await list.getByRole('link', { name: 'Register a cluster' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Register a cluster' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Body' })).toContainText('kubeconfig');
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toMatch(/^curl -sS -X POST '.+\/api\/v1\/projects\/shop\/clusters'/);
  await page.goto('/docs/api/nothing');
  await expect(page.getByText('There is nothing at this address')).toBeVisible();
});

test('examples/curl: first steps, and a project that is created once', async () => {
  const slug = unique('curl');
  expect(await runExample({ file: 'curl/create-project.sh', args: [slug], token })).toMatch(
    /^created .*: [0-9a-f-]{36}\nsent twice, created once\nRenamed by curl\n$/,
  );
  const steps = await runExample({ file: 'curl/first-steps.sh', token });
  expect(steps).toMatch(/^signed in as .+@.+, Oriel \d/);
  expect(steps).toContain(`${slug}: 0 clusters`);
});

test('examples: a problem’s sentence reaches whoever runs them', async () => {
  const refused = await runExample({ file: 'curl/first-steps.sh', token: 'oriel_pat_unknown' }).catch(String);
  expect(refused).toContain('unauthenticated: This token is unknown, expired or revoked.');
  const missing = await runExample({ file: 'typescript/follow-audit.ts', args: ['no-such'], token }).catch(String);
  expect(missing).toContain('There is no such project');
});

test('examples: from a new project to the first lines and series of a real cluster', { tag: '@alone' }, async ({
  admin,
}) => {
  test.setTimeout(600_000);
  // The one real node is taken from its registration for a while, and given back.
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
    const removed = await runExample({
      file: 'typescript/remove-cluster.ts',
      args: [project, cluster],
      token,
      seconds: 180,
    });
    expect(removed).toContain(`cluster ${cluster} removed`);
  } finally {
    await giveBack(admin);
  }
});

/** Whatever became of the example: the demo cluster is registered in the project `demo` again, with both signals. */
async function giveBack(admin: Parameters<typeof demoCluster>[0]): Promise<void> {
  const { rows } = await admin.query<{ rows: { id: string; name: string }[] }>('fleet.list', { project });
  for (const { id, name } of rows) await deleteCluster(admin, id, name);
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
