import { issueOneTimeLink } from '@oriel/db/one-time-links';
import { makeMember, makePerson, makeProject, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { publicOrigin, testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

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

describe('adding a member', () => {
  test('who is unknown makes the person, with a link to set a password', async () => {
    const email = newEmail();
    const { member, link } = await owner().add({
      project,
      email: ` ${email.toUpperCase()} `,
      name: 'Anna',
      role: 'viewer',
    });
    expect(member).toMatchObject({ email, name: 'Anna', role: 'viewer', active: false, you: false });
    const token = link?.slice(`${publicOrigin}/welcome/`.length) ?? '';
    const anybody = callerFor(database.db, new Headers());
    await anybody.welcome.accept({ token, password: 'a long enough password' });
    const [found] = (await owner().list({ project })).members.filter((row) => row.email === email);
    expect(found?.active).toBe(true);
  });

  test('without a name takes the part before the "@"', async () => {
    const email = newEmail();
    const { member } = await owner().add({ project, email, role: 'viewer' });
    expect(member.name).toBe(email.split('@')[0]);
  });

  test('who has a password needs no link', async () => {
    const { member, link } = await owner().add({ project, email: world.people.stranger.email, role: 'editor' });
    expect(member).toMatchObject({ userId: world.people.stranger.id, role: 'editor', active: true });
    expect(link).toBeNull();
  });

  test('who lost the link gives a new one, and ends the old', async () => {
    const email = newEmail();
    const first = await owner().add({ project, email, role: 'viewer' });
    const second = await owner().add({ project, email, role: 'viewer' });
    expect(second.link).not.toBe(first.link);
    const check = (link: string | null) =>
      callerFor(database.db, new Headers()).welcome.check({ token: link?.split('/').at(-1) ?? '' });
    await expect(check(first.link)).rejects.toThrow(/newer one has replaced it/);
    await expect(check(second.link)).resolves.toMatchObject({ email });
  });

  test('who is one already and can sign in is refused', async () => {
    const { email } = world.people.viewer;
    await expect(owner().add({ project, email, role: 'owner' })).rejects.toThrow(/is a member already/);
    const { members } = await owner().list({ project });
    expect(members.find((row) => row.email === email)?.role).toBe('viewer');
  });

  test('whose account is disabled is refused', async () => {
    const { id, email } = await makePerson(database.db);
    await database.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    await expect(owner().add({ project, email, role: 'viewer' })).rejects.toThrow(/is disabled/);
  });

  test('concurrently from two sides makes one person', async () => {
    const email = newEmail();
    const outcomes = await Promise.allSettled([
      owner().add({ project, email, role: 'viewer' }),
      admin().add({ project: world.other.slug, email, role: 'viewer' }),
    ]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(refused.length).toBeLessThan(2);
    for (const reason of refused) expect(reason).toContain('at the same moment');
    expect(await database.db.user.count({ where: { email } })).toBe(1);
  });
});

describe('a link is the power to become somebody, so', () => {
  test('an owner gets none for a person who waits for another project too; an administrator does', async () => {
    const other = await makeProject(database.db);
    const { email } = await makeMember(database.db, other.id, 'owner');
    expect((await owner().add({ project, email, role: 'viewer' })).link).toBeNull();
    expect((await admin().add({ project, email, role: 'viewer' })).link).toMatch(/\/welcome\//);
  });

  test('an owner gets none for an administrator who has not signed in yet, and leaves their link alone', async () => {
    const { id, email } = await makePerson(database.db, { isPlatformAdmin: true });
    const token = await database.db.$transaction((tx) => issueOneTimeLink(tx, id, { validForHours: 1 }));
    expect((await owner().add({ project, email, role: 'viewer' })).link).toBeNull();
    await expect(callerFor(database.db, new Headers()).welcome.check({ token })).resolves.toMatchObject({ email });
  });
});

describe('roles', () => {
  test('change at once, for requests that follow', async () => {
    const viewer = callerFor(database.db, world.headers.viewer);
    await expect(viewer.projects.rename({ project, name: 'X' })).rejects.toThrow(/needs the right/);
    await owner().setRole({ project, userId: world.people.viewer.id, role: 'owner' });
    await callerFor(database.db, world.headers.viewer).projects.rename({ project, name: 'X' });
    await owner().remove({ project, userId: world.people.viewer.id });
    await expect(callerFor(database.db, world.headers.viewer).projects.get({ project })).rejects.toThrow(
      /no such project/,
    );
  });

  test('the last owner can neither step down nor leave, not even by an administrator', async () => {
    const userId = world.people.owner.id;
    for (const members of [owner(), admin()]) {
      await expect(members.setRole({ project, userId, role: 'viewer' })).rejects.toThrow(/needs an owner/);
      await expect(members.remove({ project, userId })).rejects.toThrow(/needs an owner/);
    }
    expect((await owner().list({ project })).members.find((row) => row.userId === userId)?.role).toBe('owner');
  });

  test('of somebody who is no member cannot be changed', async () => {
    const userId = world.people.stranger.id;
    await expect(owner().setRole({ project, userId, role: 'viewer' })).rejects.toThrow(
      /not a member of the project any more/,
    );
    await expect(owner().remove({ project, userId })).rejects.toThrow(/not a member of the project any more/);
  });

  test('leave who did what to whom in the trail', async () => {
    const { id: userId, email } = world.people.viewer;
    await owner().setRole({ project, userId, role: 'editor' });
    await owner().remove({ project, userId });
    const { items } = await callerFor(database.db, world.headers.owner).audit.list({ project, limit: 2 });
    const actor = world.people.owner.email;
    expect(items).toMatchObject([
      { actor, action: 'member.remove', targetId: userId, before: { email, role: 'editor' } },
      {
        actor,
        action: 'member.set_role',
        targetId: userId,
        before: { email, role: 'viewer' },
        after: { email, role: 'editor' },
      },
    ]);
  });
});

describe('the list', () => {
  test('marks whoever asks, and says who may change it', async () => {
    const members = await owner().list({ project });
    expect(members.canManage).toBe(true);
    expect(members.members.filter(({ you }) => you)).toMatchObject([
      { email: world.people.owner.email, role: 'owner' },
    ]);
    const seenByViewer = await callerFor(database.db, world.headers.viewer).members.list({ project });
    expect(seenByViewer.canManage).toBe(false);
    expect(JSON.stringify(seenByViewer)).not.toContain('argon2');
  });
});
