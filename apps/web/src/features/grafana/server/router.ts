import { platformProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { grafanaStatusInput, syncAgainInput } from '../input.ts';
import { grafanaStatus, syncedAgain } from '../output.ts';
import { grafanaStatusOf } from './status.ts';
import { syncAgain } from './sync-again.ts';

const tag = 'Dashboards';

export const grafanaRouter = router({
  status: platformProcedure({
    permission: 'platform:read',
    input: grafanaStatusInput,
    rest: {
      method: 'GET',
      path: '/grafana',
      tag,
      summary: 'See how Grafana is, and its organizations',
      description: 'One organization per project, and one over all of them, by name.',
    },
  })
    .output(grafanaStatus)
    .query(({ ctx, input }) => grafanaStatusOf(ctx.db, input)),

  syncAgain: platformProcedure({
    permission: 'platform:manage',
    input: syncAgainInput,
    rest: {
      method: 'POST',
      path: '/grafana/sync',
      tag,
      summary: 'Compare organizations with Grafana again',
      description: 'The worker looks at once and puts right what differs.',
      status: 202,
    },
  })
    .output(syncedAgain)
    .mutation(({ ctx, input }) => syncAgain(ctx, input)),
});
