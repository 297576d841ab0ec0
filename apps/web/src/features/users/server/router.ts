import { platformProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { sessions } from '../../account/output.ts';
import { listSessions } from '../../account/server/session-rows.ts';
import { changeUserInput, listUsersInput, signOutInput, userInput, userSessionInput } from '../input.ts';
import { signedOut, userLink, userPage, userRow } from '../output.ts';
import { changeUser, endSession, makeLink, signOut } from './change-user.ts';
import { listUsers } from './user-rows.ts';

const permission = 'platform:manage';
const tag = 'Users';
const one = '/users/{userId}';

export const usersRouter = router({
  list: platformProcedure({
    permission: 'platform:read',
    input: listUsersInput,
    rest: { method: 'GET', path: '/users', tag, summary: 'List people and service accounts' },
  })
    .output(userPage)
    .query(({ ctx: { db, actor }, input }) => listUsers(db, { askedBy: actor.userId, input })),

  change: platformProcedure({
    permission,
    input: changeUserInput,
    rest: {
      method: 'PATCH',
      path: one,
      tag,
      summary: 'Enable or disable somebody, or make them an administrator',
      description: 'What is left out stays as it is.',
    },
  })
    .output(userRow)
    .mutation(({ ctx: { db, actor }, input }) => changeUser(db, actor, input)),

  newLink: platformProcedure({
    permission,
    input: userInput,
    rest: {
      method: 'POST',
      path: `${one}/link`,
      tag,
      summary: 'Make a one-time link with which a person sets a new password',
      status: 201,
      shownOnce: true,
    },
  })
    .output(userLink)
    .mutation(async ({ ctx: { db, actor, publicOrigin }, input: { userId } }) => ({
      link: `${publicOrigin}/welcome/${await makeLink(db, actor, userId)}`,
    })),

  sessions: platformProcedure({
    permission,
    input: userInput,
    rest: { method: 'GET', path: `${one}/sessions`, tag, summary: 'List a person’s sessions' },
  })
    .output(sessions)
    .query(async ({ ctx: { db, identity }, input: { userId } }) => ({
      sessions: await listSessions(db, { userId, currentId: identity.credential.id }),
    })),

  revokeSession: platformProcedure({
    permission,
    input: userSessionInput,
    rest: { method: 'DELETE', path: `${one}/sessions/{sessionId}`, tag, summary: 'End a person’s session' },
  }).mutation(async ({ ctx: { db, actor }, input }) => {
    await endSession(db, actor, input);
  }),

  signOut: platformProcedure({
    permission,
    input: signOutInput,
    rest: { method: 'POST', path: `${one}/sign-out`, tag, summary: 'Sign a person out everywhere' },
  })
    .output(signedOut)
    .mutation(({ ctx: { db, actor }, input }) => signOut(db, actor, input)),
});
