import { principalFromSession } from '@oriel/db/principal';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SignInLimits } from '@/features/sign-in/server/limits.ts';
import { hashPassword, verifyPassword } from '@/features/sign-in/server/passwords.ts';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, password, type World } from '@/server/testing/world.ts';
import { changePassword } from './service.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

const viewer = () => callerFor(database.db, world.headers.viewer).account;
const next = 'another long password';

describe('changing the password', () => {
  test('ends every other session, keeps this one, and says how many', async () => {
    expect(await viewer().changePassword({ current: password, next })).toEqual({ endedSessions: 1 });
    const { passwordHash } = await database.db.user.findUniqueOrThrow({ where: { id: world.people.viewer.id } });
    expect(await verifyPassword(passwordHash, next)).toBe(true);
    expect((await viewer().sessions()).sessions).toMatchObject([{ current: true }]);
  });

  test('needs the present one, and limits guessing it', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(viewer().changePassword({ current: 'a guess', next })).rejects.toThrow(/not your present password/);
    }
    await expect(viewer().changePassword({ current: password, next })).rejects.toThrow(/Too many tries\. Wait \d+ min/);
  });

  test('changes nothing where a link has replaced it meanwhile', async () => {
    const { id, email } = world.people.viewer;
    const byLink = await hashPassword('set through a link');
    const limits = {
      admit: async () => ({ allowed: true, delayMs: 0 }),
      succeeded: async () => {
        await database.db.user.update({ where: { id }, data: { passwordHash: byLink } });
      },
    } as Partial<SignInLimits> as SignInLimits;
    const change = { input: { current: password, next }, actor: { userId: id, email }, sessionId: 'x', limits };
    await expect(changePassword(database.db, change)).rejects.toThrow(/replaced at the same moment/);
    expect(await database.db.user.findUnique({ where: { id } })).toMatchObject({ passwordHash: byLink });
  });

  test('leaves no password in the trail', async () => {
    await viewer().changePassword({ current: password, next });
    const entries = await database.db.auditEntry.findMany({
      where: { actorId: world.people.viewer.id },
      omit: { id: true },
    });
    expect(entries).toMatchObject([{ action: 'account.change_password' }]);
    expect(JSON.stringify(entries)).not.toMatch(/another long|correct horse|argon2/);
  });
});

describe('sessions', () => {
  test('lists those that could still be used, this one marked', async () => {
    const { sessions } = await viewer().sessions();
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    await database.db.session.update({ where: { id: world.spareSession.viewer }, data: { lastSeenAt: new Date(0) } });
    expect((await viewer().sessions()).sessions).toHaveLength(1);
  });

  test('one can be ended, once, and only by its person', async () => {
    const sessionId = world.spareSession.viewer;
    const stranger = callerFor(database.db, world.headers.stranger).account;
    await expect(stranger.revokeSession({ sessionId })).rejects.toThrow(/already ended/);
    await viewer().revokeSession({ sessionId });
    await expect(viewer().revokeSession({ sessionId })).rejects.toThrow(/already ended/);
  });

  test('ending the one that asks ends it', async () => {
    const [current] = (await viewer().sessions()).sessions.filter((session) => session.current);
    await viewer().revokeSession({ sessionId: current?.id ?? '' });
    const value = world.headers.viewer.get('cookie')?.split('=')[1] ?? '';
    expect(await principalFromSession(database.db, value)).toBeUndefined();
    await expect(viewer().sessions()).rejects.toThrow(/session has ended/);
  });
});
