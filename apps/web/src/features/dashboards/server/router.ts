import { platformProcedure, projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { openAllDashboardsInput, openDashboardsInput } from '../input.ts';
import { openedDashboards } from '../output.ts';
import { openDashboards } from './open.ts';

export const dashboardsRouter = router({
  /** A change, since it makes a ticket: it must come from our own pages. */
  open: projectProcedure({
    permission: 'telemetry:read',
    input: openDashboardsInput,
    project: (input) => ({ slug: input.project }),
  })
    .output(openedDashboards)
    .mutation(({ ctx, input }) =>
      openDashboards(ctx.db, { identity: ctx.identity, of: { projectId: ctx.project.id }, to: input.to }),
    ),

  openAll: platformProcedure({ permission: 'platform:read', input: openAllDashboardsInput })
    .output(openedDashboards)
    .mutation(({ ctx, input }) => openDashboards(ctx.db, { identity: ctx.identity, of: 'all', to: input.to })),
});
