import { signInLimits } from '@/features/sign-in/server/limits.ts';
import { selfProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { changePasswordInput, revokeSessionInput } from '../input.ts';
import { sessionList } from '../output.ts';
import { changePassword, listSessions, revokeOwnSession } from './service.ts';

const permission = 'self:manage';

export const accountRouter = router({
  sessions: selfProcedure({ permission })
    .output(sessionList)
    .query(async ({ ctx: { db, identity, actor } }) => ({
      sessions: await listSessions(db, { userId: actor.userId, sessionId: identity.credential.id }),
    })),

  revokeSession: selfProcedure({ permission, input: revokeSessionInput }).mutation(
    async ({ ctx: { db, actor }, input }) => {
      await revokeOwnSession(db, actor, input.sessionId);
    },
  ),

  /** Ends every other session of the person. */
  changePassword: selfProcedure({ permission, input: changePasswordInput }).mutation(
    async ({ ctx: { db, identity, actor }, input }) => {
      await changePassword(db, { input, actor, sessionId: identity.credential.id, limits: signInLimits() });
    },
  ),
});
