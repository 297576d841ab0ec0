import { signInLimits } from '@/features/sign-in/server/limits.ts';
import { selfProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { changePasswordInput, revokeSessionInput } from '../input.ts';
import { endedSessions, sessions } from '../output.ts';
import { changePassword, revokeOtherOwnSessions, revokeOwnSession } from './service.ts';
import { listSessions } from './session-rows.ts';

const permission = 'self:manage';

export const accountRouter = router({
  sessions: selfProcedure({
    permission,
    isRescue: true,
    rest: { method: 'GET', path: '/me/sessions', tag: 'You', summary: 'List your sessions' },
  })
    .output(sessions)
    .query(async ({ ctx: { db, identity, actor } }) => ({
      sessions: await listSessions(db, { userId: actor.userId, currentId: identity.credential.id }),
    })),

  revokeSession: selfProcedure({
    permission,
    isRescue: true,
    input: revokeSessionInput,
    rest: { method: 'DELETE', path: '/me/sessions/{sessionId}', tag: 'You', summary: 'End a session' },
  }).mutation(async ({ ctx: { db, actor }, input }) => {
    await revokeOwnSession(db, actor, input.sessionId);
  }),

  revokeOtherSessions: selfProcedure({
    permission,
    isRescue: true,
    rest: { method: 'DELETE', path: '/me/sessions', tag: 'You', summary: 'End all your other sessions' },
  })
    .output(endedSessions)
    .mutation(async ({ ctx: { db, identity, actor } }) => ({
      endedSessions: await revokeOtherOwnSessions(db, actor, identity.credential.id),
    })),

  changePassword: selfProcedure({
    permission,
    input: changePasswordInput,
    rest: { method: 'PUT', path: '/me/password', tag: 'You', summary: 'Change your password' },
  })
    .output(endedSessions)
    .mutation(async ({ ctx: { db, identity, actor }, input }) => {
      const change = { input, actor, sessionId: identity.credential.id, limits: signInLimits() };
      return { endedSessions: await changePassword(db, change) };
    }),
});
