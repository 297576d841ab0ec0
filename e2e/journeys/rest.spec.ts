import { Validator } from '@seriousme/openapi-schema-validator';
import { newToken, runExample } from '../fixtures/examples.ts';
import { ask } from '../fixtures/http.ts';
import { unique } from '../fixtures/names.ts';
import { signInAs } from '../fixtures/people.ts';
import { expect, test } from '../fixtures/test.ts';

let token: string;

test.beforeAll(async ({ admin }) => {
  token = await newToken(admin);
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
