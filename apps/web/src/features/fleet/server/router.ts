import { visibleProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { fleetCountsInput, fleetListInput } from '../input.ts';
import { fleetCounts, fleetPage } from '../output.ts';
import { countFleet, listFleet } from './service.ts';

export const fleetRouter = router({
  counts: visibleProcedure({
    permission: 'clusters:read',
    input: fleetCountsInput,
    rest: { method: 'GET', path: '/fleet/counts', tag: 'Fleet', summary: 'Count clusters by state' },
  })
    .output(fleetCounts)
    .query(({ ctx, input }) => countFleet(ctx, input)),

  list: visibleProcedure({
    permission: 'clusters:read',
    input: fleetListInput,
    rest: {
      method: 'GET',
      path: '/fleet',
      tag: 'Fleet',
      summary: 'List clusters of all projects',
      description: 'With their live state, those that need attention first unless sorted otherwise.',
    },
  })
    .output(fleetPage)
    .query(({ ctx, input }) => listFleet(ctx, input)),
});
