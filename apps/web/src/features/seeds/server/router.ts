import { platformProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { seedList } from '../output.ts';
import { listSeeds } from './service.ts';

export const seedsRouter = router({
  list: platformProcedure({
    permission: 'platform:read',
    rest: { method: 'GET', path: '/seeds', tag: 'Seeds', summary: 'List seeds' },
  })
    .output(seedList)
    .query(({ ctx }) => listSeeds(ctx.db)),
});
