import { platformProcedure, projectProcedure, visibleProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { createProjectInput, projectInput, projectListInput, renameProjectInput } from '../input.ts';
import { createdProject, projectDetail, projectList } from '../output.ts';
import { createProject, getProject, listProjects, renameProject } from './service.ts';

const project = (input: { project: string }) => ({ slug: input.project });

export const projectsRouter = router({
  list: visibleProcedure({
    permission: 'project:read',
    input: projectListInput,
    rest: { method: 'GET', path: '/projects', tag: 'Projects', summary: 'List projects' },
  })
    .output(projectList)
    .query(({ ctx: { db, principal }, input }) => listProjects(db, principal, input)),

  get: projectProcedure({
    permission: 'project:read',
    input: projectInput,
    project,
    rest: { method: 'GET', path: '/projects/{project}', tag: 'Projects', summary: 'Get a project' },
  })
    .output(projectDetail)
    .query(({ ctx }) => getProject(ctx.db, ctx.principal, ctx.project.id)),

  create: platformProcedure({
    permission: 'platform:manage',
    input: createProjectInput,
    rest: { method: 'POST', path: '/projects', tag: 'Projects', summary: 'Create a project', status: 201 },
  })
    .output(createdProject)
    .mutation(({ ctx: { db, actor }, input }) => createProject(db, actor, input)),

  rename: projectProcedure({
    permission: 'project:manage',
    input: renameProjectInput,
    project,
    rest: { method: 'PATCH', path: '/projects/{project}', tag: 'Projects', summary: 'Rename a project' },
  }).mutation(async ({ ctx, input: { name } }) => {
    await renameProject(ctx.db, ctx.actor, { projectId: ctx.project.id, name });
  }),
});
