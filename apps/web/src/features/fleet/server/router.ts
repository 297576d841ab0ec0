import { visibleProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { fleetCountsInput, fleetListInput } from '../input.ts';
import { fleetCounts, fleetPage } from '../output.ts';
import { countFleet, listFleet } from './service.ts';

export const fleetRouter = router({
  counts: visibleProcedure({ permission: 'clusters:read', input: fleetCountsInput })
    .output(fleetCounts)
    .query(({ ctx, input }) => countFleet(ctx, input)),

  list: visibleProcedure({ permission: 'clusters:read', input: fleetListInput })
    .output(fleetPage)
    .query(({ ctx, input }) => listFleet(ctx, input)),
});
