import { platformProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { listUsersInput } from '../input.ts';
import { userPage } from '../output.ts';
import { listUsers } from './service.ts';

export const usersRouter = router({
  list: platformProcedure({
    permission: 'platform:read',
    input: listUsersInput,
    rest: { method: 'GET', path: '/users', tag: 'Users', summary: 'List people' },
  })
    .output(userPage)
    .query(({ ctx: { db }, input }) => listUsers(db, input)),
});
