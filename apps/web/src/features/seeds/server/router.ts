import { projectInput } from '@/features/projects/input.ts';
import { platformProcedure, projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { projectSeeds, seedList } from '../output.ts';
import { listSeeds, listSeedsOf } from './service.ts';

export const seedsRouter = router({
  list: platformProcedure({
    permission: 'platform:read',
    rest: { method: 'GET', path: '/seeds', tag: 'Seeds', summary: 'List seeds' },
  })
    .output(seedList)
    .query(({ ctx }) => listSeeds(ctx.db)),

  ofProject: projectProcedure({
    permission: 'clusters:manage',
    input: projectInput,
    project: (input) => ({ slug: input.project }),
    rest: {
      method: 'GET',
      path: '/projects/{project}/seeds',
      tag: 'Seeds',
      summary: 'List the seeds of a project',
      description: 'Where a new cluster of the project may store its data.',
    },
  })
    .output(projectSeeds)
    .query(({ ctx }) => listSeedsOf(ctx, ctx.project.id)),
});
