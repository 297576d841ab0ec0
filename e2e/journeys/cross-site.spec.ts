import { attack, type Spoils, type Target } from '../fixtures/cross-site/attack.ts';
import { type Site, startCarelessSite, startForeignSite } from '../fixtures/cross-site/site.ts';
import { figure } from '../fixtures/figures.ts';
import { unique } from '../fixtures/names.ts';
import { addMember, type Member, password, signInAs } from '../fixtures/people.ts';
import { withDatabase } from '../fixtures/product/database.ts';
import { productUrl } from '../fixtures/product/place.ts';
import { expect, test } from '../fixtures/test.ts';

const project = unique('cross');
let owner: Member;
let foreign: Site;
let operationId: string;

test.beforeAll(async ({ admin }) => {
  await admin.mutate('projects.create', { name: 'Cross site', slug: project });
  owner = await addMember(admin, project, 'owner', `${unique('owner')}@example.com`);
  await admin.mutate('members.add', {
    project: 'demo',
    role: 'viewer',
    subject: { kind: 'person', email: owner.email },
  });
  operationId = await withDatabase(async (db) => {
    const { id } = await db.operation.findFirstOrThrow({ where: { cluster: { project: { slug: 'demo' } } } });
    return String(id);
  });
  foreign = await startForeignSite();
});
test.afterAll(() => foreign?.close());

/** What one who is signed in could do, in all the forms that a foreign page may ask for it. */
function oriel(): Target {
  const json = (value: object) => JSON.stringify(value);
  const get = (procedure: string, input: object) => `/api/trpc/${procedure}?input=${encodeURIComponent(json(input))}`;
  const rename = { project, name: 'Taken over' };
  const subject = { kind: 'person', email: 'evil@example.com' };
  const add = { project, role: 'owner', subject };
  return {
    origin: productUrl,
    writes: [
      { path: '/api/trpc/projects.rename', body: json(rename) },
      { path: '/api/trpc/members.add', body: json(add) },
      { path: '/api/trpc/projects.rename?batch=1', body: json({ 0: rename }) },
      { path: `/api/v1/projects/${project}`, body: json({ name: 'Taken over' }) },
      { path: `/api/v1/projects/${project}/members`, body: json(add) },
      { path: '/api/auth/signout', body: json({ csrfToken: 'x' }) },
      // Signing a victim in as somebody else lets their work land with them.
      {
        path: '/api/auth/callback/credentials',
        body: json({ email: owner.email, password, csrfToken: 'x', json: true }),
      },
      { path: `/p/${project}`, body: json(rename) },
    ],
    reads: [
      '/api/trpc/session.me',
      get('projects.rename', rename),
      '/api/v1/me',
      `/api/v1/projects/${project}`,
      '/api/auth/session',
      '/api/auth/csrf',
      '/api/auth/signout',
      `/api/projects/${project}/loki/api/v1/labels`,
      `/api/projects/${project}/prometheus/api/v1/labels`,
      `/p/${project}`,
    ],
    streams: [get('operations.watch', { operationId })],
    sockets: [
      `/api/projects/${project}/loki/loki/api/v1/tail?query=%7Bnamespace%3D~%22.%2B%22%7D`,
      `/api/projects/${project}/loki/api/v1/tail?query=%7Bnamespace%3D~%22.%2B%22%7D`,
      '/api/trpc',
      '/_next/webpack-hmr',
      '/',
    ],
    pages: [
      '/sign-in',
      `/p/${project}`,
      `/p/${project}/logs`,
      '/settings/account',
      '/docs/api',
      '/api/v1/openapi.json',
    ],
  };
}

const nothing: Omit<Spoils, 'tries'> = { read: 0, streams: 0, sockets: 0, framed: 0, windows: 0 };

/** Everything that the attack is after, as the database has it. */
async function standing() {
  return withDatabase(async (db) => {
    const { id, name } = await db.project.findUniqueOrThrow({ where: { slug: project } });
    const [sessions, bindings, intruders] = await Promise.all([
      db.session.count({ where: { user: { email: owner.email } } }),
      db.roleBinding.count({ where: { projectId: id } }),
      db.user.count({ where: { email: 'evil@example.com' } }),
    ]);
    return { name, sessions, bindings, intruders };
  });
}

for (const host of ['evil.oriel.localhost', 'evil.localhost']) {
  test(`a page at ${host} gets nothing from somebody who is signed in`, async ({ page, context }) => {
    test.setTimeout(240_000);
    await signInAs(context, owner.caller);
    for (const path of ['/api/trpc/session.me', `/api/v1/projects/${project}`, ...oriel().pages]) {
      expect((await owner.caller.get(path)).status, `${path} is there for the person`).toBeLessThan(400);
    }
    const before = await standing();
    await page.goto(foreign.origin(host));
    const { tries, ...spoils } = await attack(page, oriel());
    expect(spoils).toEqual(nothing);
    expect(await standing(), 'nothing was changed').toEqual(before);
    await page.goto('/');
    await expect(page, 'still signed in').not.toHaveURL(/sign-in/);
    const own = await owner.caller.askMutation('projects.rename', { project, name: 'By its owner' });
    expect(own.status, 'the person may do what the page tried').toBe(200);
    figure(`cross-site tries from ${host} that succeed, of ${tries}`, 0, '0');
  });
}

test('nobody is signed in by a foreign page', async ({ page, context }) => {
  await page.goto(foreign.origin('evil.oriel.localhost'));
  const { writes, ...rest } = oriel();
  const signIn = writes.filter(({ path }) => path.startsWith('/api/auth/callback'));
  await attack(page, { ...rest, writes: signIn, reads: [], streams: [], sockets: [], pages: [] });
  const cookies = await context.cookies(productUrl);
  expect(cookies.filter(({ name }) => name.includes('session'))).toEqual([]);
});

test('a control: a site that trusts its cookie is robbed by the same page', async ({ page, context }) => {
  const victim = await startCarelessSite();
  const origin = victim.origin('careless.oriel.localhost');
  await context.addCookies([{ name: 'session', value: 'x', url: origin }]);
  await page.goto(foreign.origin('evil.oriel.localhost'));
  const target = {
    origin,
    writes: [{ path: '/write', body: '{"a":1}' }],
    reads: ['/data', '/change'],
    streams: ['/stream'],
    sockets: ['/socket'],
    pages: ['/page'],
  };
  const spoils = await attack(page, target);
  victim.close();
  expect(victim.changes()).toBeGreaterThan(8);
  expect(spoils.read).toBeGreaterThan(4);
  expect(spoils).toMatchObject({ streams: 1, sockets: 1, framed: 3, windows: 1 });
  figure('the same tries that succeed at a careless site', victim.changes() + spoils.read + 6);
});
