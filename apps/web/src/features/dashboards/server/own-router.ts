import type { RestRoute } from '@/rest/route.ts';
import { projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { createDashboardInput, ownDashboardInput, ownDashboardsInput, updateDashboardInput } from '../own-input.ts';
import { ownDashboardDetail, ownDashboardList, savedDashboard } from '../own-output.ts';
import { createDashboard, deleteDashboard, updateDashboard } from './change-own.ts';
import { getOwnDashboard, listOwnDashboards } from './own-rows.ts';

const inProject = ({ project }: { project: string }) => ({ slug: project });
const rest = (method: RestRoute['method'], below: string, summary: string): RestRoute => ({
  method,
  path: `/projects/{project}/${below}`,
  tag: 'Dashboards',
  summary,
});

/** Dashboards that Oriel keeps for a project, whatever happens to Grafana. */
export const ownDashboardsRouter = router({
  list: projectProcedure({
    permission: 'telemetry:read',
    input: ownDashboardsInput,
    project: inProject,
    rest: rest('GET', 'own-dashboards', 'List the dashboards that are kept for a project'),
  })
    .output(ownDashboardList)
    .query(({ ctx }) => listOwnDashboards(ctx)),

  get: projectProcedure({
    permission: 'telemetry:read',
    input: ownDashboardInput,
    project: inProject,
    rest: rest('GET', 'own-dashboards/{uid}', 'Get a dashboard of a project’s own'),
  })
    .output(ownDashboardDetail)
    .query(({ ctx, input: { uid } }) => getOwnDashboard(ctx, uid)),

  create: projectProcedure({
    permission: 'dashboards:manage',
    input: createDashboardInput,
    project: inProject,
    rest: { ...rest('POST', 'own-dashboards', 'Add a dashboard to a project'), status: 201 },
  })
    .output(savedDashboard)
    .mutation(({ ctx, input: { project: _, ...given } }) =>
      createDashboard(ctx, { projectId: ctx.project.id, ...given }),
    ),

  update: projectProcedure({
    permission: 'dashboards:manage',
    input: updateDashboardInput,
    project: inProject,
    rest: rest('PUT', 'own-dashboards/{uid}', 'Replace a dashboard of a project’s own'),
  })
    .output(savedDashboard)
    .mutation(({ ctx, input: { project: _, ...given } }) =>
      updateDashboard(ctx, { projectId: ctx.project.id, ...given }),
    ),

  delete: projectProcedure({
    permission: 'dashboards:manage',
    input: ownDashboardInput,
    project: inProject,
    rest: rest('DELETE', 'own-dashboards/{uid}', 'Delete a dashboard of a project’s own'),
  }).mutation(async ({ ctx, input: { uid } }) => {
    await deleteDashboard(ctx, { projectId: ctx.project.id, uid });
  }),
});
