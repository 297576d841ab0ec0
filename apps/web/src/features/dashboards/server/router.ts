import { projectGrafana } from '@/features/grafana/output.ts';
import { projectGrafanaOf } from '@/features/grafana/server/status.ts';
import { platformProcedure, projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { dashboardInput, listDashboardsInput, openAllDashboardsInput, openDashboardsInput } from '../input.ts';
import { dashboardDetail, dashboardList, openedDashboards } from '../output.ts';
import { getDashboard } from './get.ts';
import { listDashboards } from './list.ts';
import { type OpenDashboards, openDashboards } from './open.ts';

const who = ({ actor, identity }: Pick<OpenDashboards, 'actor' | 'identity'>) => ({ actor, identity });

export const dashboardsRouter = router({
  list: projectProcedure({
    permission: 'telemetry:read',
    input: listDashboardsInput,
    project: (input) => ({ slug: input.project }),
    rest: { method: 'GET', path: '/projects/{project}/dashboards', tag: 'Dashboards', summary: 'List dashboards' },
  })
    .output(dashboardList)
    .query(({ ctx }) => listDashboards(ctx.db, ctx.principal, { projectId: ctx.project.id })),

  get: projectProcedure({
    permission: 'telemetry:read',
    input: dashboardInput,
    project: (input) => ({ slug: input.project }),
    rest: {
      method: 'GET',
      path: '/projects/{project}/dashboards/{uid}',
      tag: 'Dashboards',
      summary: 'Get a dashboard',
    },
  })
    .output(dashboardDetail)
    .query(({ ctx, input }) => getDashboard(ctx.db, { projectId: ctx.project.id, uid: input.uid })),

  listAll: platformProcedure({
    permission: 'platform:read',
    rest: { method: 'GET', path: '/dashboards', tag: 'Dashboards', summary: 'List dashboards over all projects' },
  })
    .output(dashboardList)
    .query(({ ctx }) => listDashboards(ctx.db, ctx.principal, 'all')),

  /** A change, since it makes a ticket: it must come from our own pages. */
  open: projectProcedure({
    permission: 'telemetry:read',
    input: openDashboardsInput,
    project: (input) => ({ slug: input.project }),
  })
    .output(openedDashboards)
    .mutation(({ ctx, input }) =>
      openDashboards(ctx.db, { ...who(ctx), of: { projectId: ctx.project.id }, to: input.to }),
    ),

  openAll: platformProcedure({ permission: 'platform:read', input: openAllDashboardsInput })
    .output(openedDashboards)
    .mutation(({ ctx, input }) => openDashboards(ctx.db, { ...who(ctx), of: 'all', to: input.to })),

  /** Whether Grafana shows what it should of this project. */
  status: projectProcedure({
    permission: 'telemetry:read',
    input: listDashboardsInput,
    project: (input) => ({ slug: input.project }),
    rest: {
      method: 'GET',
      path: '/projects/{project}/grafana',
      tag: 'Dashboards',
      summary: 'See whether Grafana is in step with a project',
    },
  })
    .output(projectGrafana)
    .query(({ ctx: { db, principal, project } }) => projectGrafanaOf(db, principal, project.id)),
});
