import { randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
let project: string;
beforeEach(async () => {
  world = await makeWorld(database.db);
  project = world.own.slug;
});

const owner = () => callerFor(database.db, world.headers.owner).serviceAccounts;
const admin = () => callerFor(database.db, world.headers.admin).platformServiceAccounts;
const withToken = (value: string) => callerFor(database.db, new Headers({ authorization: `Bearer ${value}` }));

describe('a service account of a project', () => {
  test('acts by its tokens, as far as its role goes and no further than its project', async () => {
    const member = { role: 'editor', clusters: [world.cluster.id] } as const;
    const account = await owner().create({ project, name: 'ci', member: { ...member, clusters: [world.cluster.id] } });
    expect(account).toMatchObject({
      email: `ci@${project}.service.oriel.internal`,
      roles: [{ project, role: 'editor', narrowed: true }],
      tokens: 0,
      lastUsedAt: null,
    });
    const of = { project, serviceAccountId: account.id };
    const { token, value } = await owner().createToken({ ...of, name: 'pipeline', readOnly: false });
    expect(token.project?.slug).toBe(project);
    await withToken(value).clusters.applyAgain({ clusterId: world.cluster.id });
    await expect(withToken(value).members.list({ project })).rejects.toThrow(/your role does not include/);
    const { serviceAccounts } = await owner().list({ project });
    const listed = serviceAccounts.find(({ id }) => id === account.id);
    expect(listed).toMatchObject({ name: 'ci', tokens: 1, lastUsedAt: expect.any(String) });
    const [entry] = await database.db.auditEntry.findMany({ where: { actorId: account.id }, omit: { id: true } });
    expect(entry).toMatchObject({ actorEmail: account.email });
  });

  test('cannot sign in: it has neither password nor link, and is refused both', async () => {
    const { id: userId } = await owner().create({ project, name: 'ci' });
    const { users } = callerFor(database.db, world.headers.admin);
    await expect(users.newLink({ userId })).rejects.toThrow(/never signs in/);
    const row = { userId, tokenHash: new Uint8Array(32), expiresAt: new Date(Date.now() + 60_000) };
    await expect(database.db.oneTimeLink.create({ data: row })).rejects.toThrow();
    await expect(database.db.session.create({ data: row })).rejects.toThrow();
  });

  test('that is disabled is refused at once, and works again when enabled', async () => {
    const { id: serviceAccountId } = await owner().create({ project, name: 'ci', member: { role: 'viewer' } });
    const of = { project, serviceAccountId };
    const { value } = await owner().createToken({ ...of, name: 'x' });
    await withToken(value).projects.get({ project });
    expect(await owner().setEnabled({ ...of, enabled: false })).toMatchObject({ state: 'disabled' });
    await expect(withToken(value).projects.get({ project })).rejects.toThrow(/expired or revoked/);
    await owner().setEnabled({ ...of, enabled: true });
    await withToken(value).projects.get({ project });
  });

  test('takes its tokens and roles with it when deleted, unless it is the last owner', async () => {
    const { id: serviceAccountId } = await owner().create({ project, name: 'ci', member: { role: 'owner' } });
    const of = { project, serviceAccountId };
    const { value } = await owner().createToken({ ...of, name: 'x', readOnly: false });
    const where = { projectId: world.own.id, userId: world.people.owner.id };
    const binding = await database.db.roleBinding.findFirstOrThrow({ where });
    await database.db.roleBinding.delete({ where: { id: binding.id } });
    const bySelf = withToken(value).serviceAccounts;
    await expect(bySelf.delete(of)).rejects.toThrow(/needs an owner/);
    await database.db.roleBinding.create({ data: binding });
    await owner().delete(of);
    await expect(withToken(value).projects.get({ project })).rejects.toThrow(/expired or revoked/);
    await expect(owner().delete(of)).rejects.toThrow(/no such service account/);
    expect(await database.db.roleBinding.count({ where: { userId: serviceAccountId } })).toBe(0);
  });

  test('of a name that is taken is refused', async () => {
    await owner().create({ project, name: 'ci' });
    await expect(owner().create({ project, name: 'ci' })).rejects.toMatchObject({ cause: { field: 'name' } });
    await expect(owner().create({ project, name: 'Not a name' })).rejects.toThrow(/lower-case/);
  });

  test('is unknown to other projects and as one of the platform', async () => {
    const { id: serviceAccountId } = await owner().create({ project, name: 'ci' });
    const stranger = callerFor(database.db, world.headers.stranger).serviceAccounts;
    const elsewhere = { project: world.other.slug, serviceAccountId };
    const unknown = /no such service account/;
    await expect(stranger.createToken({ ...elsewhere, name: 'x' })).rejects.toThrow(unknown);
    await expect(stranger.tokens(elsewhere)).rejects.toThrow(unknown);
    await expect(stranger.setEnabled({ ...elsewhere, enabled: false })).rejects.toThrow(unknown);
    await expect(stranger.delete(elsewhere)).rejects.toThrow(unknown);
    await expect(admin().createToken({ serviceAccountId, name: 'x' })).rejects.toThrow(unknown);
  });

  test('may not be a person’s id', async () => {
    const serviceAccountId = world.people.viewer.id;
    await expect(owner().createToken({ project, serviceAccountId, name: 'x' })).rejects.toThrow(/no such service/);
    await expect(admin().createToken({ serviceAccountId, name: 'x' })).rejects.toThrow(/no such service/);
  });

  test('has its tokens rotated and revoked by whoever manages it', async () => {
    const { id: serviceAccountId } = await owner().create({ project, name: 'ci' });
    const of = { project, serviceAccountId };
    const { token } = await owner().createToken({ ...of, name: 'x', namespaces: ['shop'] });
    const fresh = await owner().rotateToken({ ...of, tokenId: token.id, overlapDays: 1 });
    expect((await owner().tokens(of)).tokens).toHaveLength(2);
    await owner().revokeToken({ ...of, tokenId: fresh.token.id });
    expect((await owner().tokens(of)).tokens).toMatchObject([{ id: token.id, rotatedToId: null }]);
    await expect(owner().revokeToken({ ...of, tokenId: world.spareToken.owner })).rejects.toThrow(/already revoked/);
    const trail = await database.db.auditEntry.findMany({ where: { targetType: 'token', projectId: world.own.id } });
    expect(trail.map(({ action }) => action)).toEqual(['token.create', 'token.rotate', 'token.revoke']);
  });
});

describe('a service account of the platform', () => {
  test('that is an administrator may do everything; its read-only tokens only read', async () => {
    const { id: serviceAccountId } = await admin().create({ name: randomName('ops'), administrator: true });
    const token = (readOnly: boolean) => admin().createToken({ serviceAccountId, name: 'x', readOnly });
    const [reads, writes] = [await token(true), await token(false)];
    await withToken(reads.value).users.list();
    await withToken(writes.value).projects.rename({ project, name: 'By ops' });
    await expect(withToken(reads.value).projects.rename({ project, name: 'No' })).rejects.toThrow(/may only read/);
    await admin().delete({ serviceAccountId });
    await expect(withToken(writes.value).users.list()).rejects.toThrow(/expired or revoked/);
  });

  test('that is none has what it is given, and its token may be confined and narrowed', async () => {
    const { id: serviceAccountId } = await admin().create({ name: randomName('ops') });
    const members = callerFor(database.db, world.headers.owner).members;
    await members.add({ project, subject: { kind: 'serviceAccount', serviceAccountId }, role: 'owner' });
    const narrowed = { serviceAccountId, name: 'x', project, namespaces: ['shop'] };
    const { value } = await admin().createToken(narrowed);
    await withToken(value).projects.get({ project });
    await expect(withToken(value).members.list({ project })).rejects.toThrow(/your role does not include/);
    await expect(admin().createToken({ ...narrowed, project: 'nowhere' })).rejects.toThrow(/no such project/);
  });
});
