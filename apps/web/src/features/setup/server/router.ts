import { env } from '@/env.ts';
import { platformProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { setupStatus } from '../output.ts';
import { getSetupStatus } from './service.ts';

export const setupRouter = router({
  status: platformProcedure({
    permission: 'platform:read',
    rest: { method: 'GET', path: '/setup', tag: 'Set-up', summary: 'See how far set-up is' },
  })
    .output(setupStatus)
    .query(({ ctx }) => getSetupStatus(ctx, env().ORIEL_PROGRESS_FILE)),
});
