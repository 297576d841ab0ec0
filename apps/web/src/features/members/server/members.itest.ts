import { issueOneTimeLink } from '@oriel/db/one-time-links';
import { makeMember, makePerson, makeProject, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { publicOrigin, testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';
import { makeProvider } from './testing.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
let project: string;
beforeEach(async () => {
  world = await makeWorld(database.db);
  project = world.own.slug;
});

const owner = () => callerFor(database.db, world.headers.owner).members;
const admin = () => callerFor(database.db, world.headers.admin).members;
const newEmail = () => `${randomName('new')}@example.com`;
const person = (email: string) => ({ kind: 'person', email }) as const;
const memberId = async (userId: string) => {
  const where = { projectId: world.own.id, userId };
  return (await database.db.roleBinding.findFirstOrThrow({ where })).id;
};
const withEmail = async (email: string) =>
  (await owner().list({ project })).members.filter(({ subject }) => 'email' in subject && subject.email === email);

describe('adding a person', () => {
  test('who is unknown makes them known, with a link to set a password', async () => {
    const email = newEmail();
    const subject = { kind: 'person', email: ` ${email.toUpperCase()} `, name: 'Anna' } as const;
    const { member, link } = await owner().add({ project, subject, role: 'viewer' });
    expect(member).toMatchObject({
      subject: { kind: 'person', email, name: 'Anna', state: 'invited', you: false },
      role: 'viewer',
      reach: { clusters: 'all', namespaces: 'all' },
    });
    const token = link?.slice(`${publicOrigin}/welcome/`.length) ?? '';
    await callerFor(database.db, new Headers()).welcome.accept({ token, password: 'a long enough password' });
    expect(await withEmail(email)).toMatchObject([{ subject: { state: 'active' } }]);
  });

  test('without a name takes the part before the "@"', async () => {
    const email = newEmail();
    const { member } = await owner().add({ project, subject: person(email), role: 'viewer' });
    expect(member.subject).toMatchObject({ name: email.split('@')[0] });
  });

  test('who has a password needs no link', async () => {
    const { id: userId, email } = world.people.stranger;
    const { member, link } = await owner().add({ project, subject: person(email), role: 'editor' });
    expect(member).toMatchObject({ subject: { userId, state: 'active' }, role: 'editor' });
    expect(link).toBeNull();
  });

  test('who has a role in the whole project already is refused a second one', async () => {
    const { email } = world.people.viewer;
    const again = (role: 'viewer' | 'owner') => owner().add({ project, subject: person(email), role });
    await expect(again('owner')).rejects.toThrow(/a role in the whole project already/);
    await expect(again('viewer')).rejects.toThrow(/exactly this role already/);
    expect(await withEmail(email)).toMatchObject([{ role: 'viewer' }]);
  });

  test('whose account is disabled is refused', async () => {
    const { id, email } = await makePerson(database.db);
    await database.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    await expect(owner().add({ project, subject: person(email), role: 'viewer' })).rejects.toThrow(/is disabled/);
  });

  test('under an address of a service account is refused, whether there is one or not', async () => {
    for (const email of [`ci@${project}.service.oriel.internal`, 'root@service.oriel.internal']) {
      await expect(owner().add({ project, subject: person(email), role: 'viewer' })).rejects.toThrow(
        /address of a service account/,
      );
    }
  });

  test('concurrently from two sides makes one person', async () => {
    const email = newEmail();
    const outcomes = await Promise.allSettled([
      owner().add({ project, subject: person(email), role: 'viewer' }),
      admin().add({ project: world.other.slug, subject: person(email), role: 'viewer' }),
    ]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(refused.length).toBeLessThan(2);
    for (const reason of refused) expect(reason).toContain('at the same moment');
    expect(await database.db.user.count({ where: { email } })).toBe(1);
  });
});

describe('a link is the power to become somebody, so', () => {
  const check = (link: string | null) =>
    callerFor(database.db, new Headers()).welcome.check({ token: link?.split('/').at(-1) ?? '' });

  test('a new one ends the one that was lost', async () => {
    const email = newEmail();
    const { member, link } = await owner().add({ project, subject: person(email), role: 'viewer' });
    const renewed = await owner().newLink({ project, memberId: member.id });
    await expect(check(link)).rejects.toThrow(/newer one has replaced it/);
    await expect(check(renewed.link)).resolves.toMatchObject({ email });
  });

  test('there is none for somebody who can sign in, by password or through a provider', async () => {
    const refused = /can sign in already/;
    const { id, email } = world.people.viewer;
    await expect(owner().newLink({ project, memberId: await memberId(id) })).rejects.toThrow(refused);
    const invited = await owner().add({ project, subject: person(newEmail()), role: 'viewer' });
    const providerId = await makeProvider(database.db);
    const { subject } = invited.member;
    if (subject.kind !== 'person') throw new Error('A person was added.');
    await database.db.identity.create({ data: { providerId, subject: 'sub-1', userId: subject.userId } });
    await expect(owner().newLink({ project, memberId: invited.member.id })).rejects.toThrow(refused);
    expect(await withEmail(email)).toHaveLength(1);
    expect((await withEmail(subject.email))[0]?.subject).toMatchObject({ state: 'active' });
  });

  test('an owner gets none for a person who waits for another project too; an administrator does', async () => {
    const other = await makeProject(database.db);
    const { email } = await makeMember(database.db, other.id, 'owner');
    const { member, link } = await owner().add({ project, subject: person(email), role: 'viewer' });
    expect(link).toBeNull();
    await expect(owner().newLink({ project, memberId: member.id })).rejects.toThrow(/belong elsewhere/);
    expect((await admin().newLink({ project, memberId: member.id })).link).toMatch(/\/welcome\//);
  });

  test('an owner gets none for an administrator who has not signed in yet, and leaves their link alone', async () => {
    const { id, email } = await makePerson(database.db, { isPlatformAdmin: true });
    const token = await database.db.$transaction((tx) => issueOneTimeLink(tx, id, { validForHours: 1 }));
    expect((await owner().add({ project, subject: person(email), role: 'viewer' })).link).toBeNull();
    await expect(check(token)).resolves.toMatchObject({ email });
  });
});

describe('changes', () => {
  test('count at once, for requests that follow', async () => {
    const viewer = () => callerFor(database.db, world.headers.viewer).projects;
    await expect(viewer().rename({ project, name: 'X' })).rejects.toThrow(/needs the right/);
    const id = await memberId(world.people.viewer.id);
    await owner().change({ project, memberId: id, role: 'owner' });
    await viewer().rename({ project, name: 'X' });
    await owner().remove({ project, memberId: id });
    await expect(viewer().get({ project })).rejects.toThrow(/no such project/);
  });

  test('of the last owner are refused, even to an administrator', async () => {
    const id = await memberId(world.people.owner.id);
    for (const members of [owner(), admin()]) {
      await expect(members.change({ project, memberId: id, role: 'viewer' })).rejects.toThrow(/needs an owner/);
      await expect(members.remove({ project, memberId: id })).rejects.toThrow(/needs an owner/);
    }
    expect(await withEmail(world.people.owner.email)).toMatchObject([{ role: 'owner' }]);
  });

  test('of an owner who is narrowed without another role are refused', async () => {
    const memberOf = { project, memberId: await memberId(world.people.owner.id) };
    await expect(owner().change({ ...memberOf, namespaces: ['shop'] })).rejects.toThrow(/always has the whole/);
  });

  test('of a role in another project are refused as unknown', async () => {
    const where = { projectId: world.other.id, userId: world.people.stranger.id };
    const { id } = await database.db.roleBinding.findFirstOrThrow({ where });
    await expect(owner().change({ project, memberId: id, role: 'viewer' })).rejects.toThrow(
      /not in the project any more/,
    );
    await expect(owner().remove({ project, memberId: id })).rejects.toThrow(/not in the project any more/);
    await expect(owner().newLink({ project, memberId: id })).rejects.toThrow(/not in the project any more/);
  });

  test('leave who did what to whom in the trail, and nothing where nothing changed', async () => {
    const { id: userId, email } = world.people.viewer;
    const id = await memberId(userId);
    await owner().change({ project, memberId: id, role: 'viewer' });
    await owner().change({ project, memberId: id, namespaces: ['shop'] });
    await owner().remove({ project, memberId: id });
    const { items } = await callerFor(database.db, world.headers.owner).audit.list({ project, limit: 2 });
    const actor = world.people.owner.email;
    const narrowed = { subject: email, role: 'viewer', clusters: 'all', namespaces: ['shop'] };
    expect(items).toMatchObject([
      { actor, action: 'member.remove', targetId: id, before: narrowed },
      { actor, action: 'member.change', targetId: id, before: { ...narrowed, namespaces: 'all' }, after: narrowed },
    ]);
    const where = { targetId: id, action: 'member.change' };
    expect(await database.db.auditEntry.count({ where })).toBe(1);
  });
});

describe('the list', () => {
  test('marks whoever asks, and says who may change it', async () => {
    const { members, canManage } = await owner().list({ project });
    expect(canManage).toBe(true);
    const you = members.filter(({ subject }) => subject.kind === 'person' && subject.you);
    expect(you).toMatchObject([{ subject: { email: world.people.owner.email }, role: 'owner' }]);
    const seenByViewer = await callerFor(database.db, world.headers.viewer).members.list({ project });
    expect(seenByViewer.canManage).toBe(false);
    expect(JSON.stringify(seenByViewer)).not.toContain('argon2');
  });
});
