import type { RestRoute } from '@/rest/route.ts';
import { platformProcedure, projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import {
  clusterPoliciesInput,
  projectPoliciesInput,
  removeClusterPolicyInput,
  removePlatformPolicyInput,
  removeProjectPolicyInput,
  removeSeedPolicyInput,
  setClusterPolicyInput,
  setPlatformPolicyInput,
  setProjectPolicyInput,
  setSeedPolicyInput,
} from '../input.ts';
import { changedClusters, clusterPolicies, platformPolicies, projectPolicies } from '../output.ts';
import { removePolicy, setPolicy } from './change.ts';
import { clusterPlace, seedPlace } from './place.ts';
import { clusterPoliciesOf, platformPoliciesOf, projectPoliciesOf } from './read.ts';

const rest = (method: RestRoute['method'], path: RestRoute['path'], summary: string): RestRoute => ({
  method,
  path,
  summary,
  tag: 'Policies',
});
const inProject = ({ project }: { project: string }) => ({ slug: project });
const ofCluster = ({ clusterId }: { clusterId: string }) => ({ clusterId });

export const policiesRouter = router({
  list: platformProcedure({
    permission: 'platform:read',
    rest: rest('GET', '/policies', 'List the policies of the platform and of its seeds'),
  })
    .output(platformPolicies)
    .query(({ ctx: { db, principal } }) => platformPoliciesOf(db, principal)),

  ofProject: projectProcedure({
    permission: 'project:read',
    input: projectPoliciesInput,
    project: inProject,
    rest: rest('GET', '/projects/{project}/policies', 'List what policies say about a project'),
  })
    .output(projectPolicies)
    .query(({ ctx: { db, principal, project } }) => projectPoliciesOf(db, principal, project.id)),

  ofCluster: projectProcedure({
    permission: 'clusters:read',
    input: clusterPoliciesInput,
    project: ofCluster,
    rest: rest('GET', '/clusters/{clusterId}/policies', 'Get the settings of a cluster, and where each comes from'),
  })
    .output(clusterPolicies)
    .query(async ({ ctx: { db, principal, project }, input: { clusterId } }) => {
      const where = { id: clusterId };
      const { seedId } = await db.cluster.findUniqueOrThrow({ where, select: { seedId: true } });
      return clusterPoliciesOf(db, principal, { clusterId, projectId: project.id, seedId });
    }),

  setForPlatform: platformProcedure({
    permission: 'platform:manage',
    input: setPlatformPolicyInput,
    rest: rest('PUT', '/policies/{setting}', 'Set a policy of the platform'),
  })
    .output(changedClusters)
    .mutation(({ ctx, input }) => setPolicy(ctx, { level: 'platform' }, input)),

  removeForPlatform: platformProcedure({
    permission: 'platform:manage',
    input: removePlatformPolicyInput,
    rest: rest('DELETE', '/policies/{setting}', 'Remove a policy of the platform'),
  })
    .output(changedClusters)
    .mutation(({ ctx, input }) => removePolicy(ctx, { level: 'platform' }, input)),

  setForSeed: platformProcedure({
    permission: 'platform:manage',
    input: setSeedPolicyInput,
    rest: rest('PUT', '/seeds/{seedId}/policies/{setting}', 'Set a policy of a seed'),
  })
    .output(changedClusters)
    .mutation(async ({ ctx, input: { seedId, ...change } }) => setPolicy(ctx, await seedPlace(ctx.db, seedId), change)),

  removeForSeed: platformProcedure({
    permission: 'platform:manage',
    input: removeSeedPolicyInput,
    rest: rest('DELETE', '/seeds/{seedId}/policies/{setting}', 'Remove a policy of a seed'),
  })
    .output(changedClusters)
    .mutation(async ({ ctx, input }) => removePolicy(ctx, await seedPlace(ctx.db, input.seedId), input)),

  setForProject: projectProcedure({
    permission: 'project:manage',
    input: setProjectPolicyInput,
    project: inProject,
    rest: rest('PUT', '/projects/{project}/policies/{setting}', 'Set a policy of a project'),
  })
    .output(changedClusters)
    .mutation(({ ctx, input: { project: _, ...change } }) =>
      setPolicy(ctx, { level: 'project', projectId: ctx.project.id }, change),
    ),

  removeForProject: projectProcedure({
    permission: 'project:manage',
    input: removeProjectPolicyInput,
    project: inProject,
    rest: rest('DELETE', '/projects/{project}/policies/{setting}', 'Remove a policy of a project'),
  })
    .output(changedClusters)
    .mutation(({ ctx, input }) => removePolicy(ctx, { level: 'project', projectId: ctx.project.id }, input)),

  /** A default here is the cluster's own choice; to enforce one takes the right to manage the project. */
  setForCluster: projectProcedure({
    permission: 'clusters:manage',
    input: setClusterPolicyInput,
    project: ofCluster,
    rest: rest('PUT', '/clusters/{clusterId}/policies/{setting}', 'Set a setting of a cluster'),
  })
    .output(changedClusters)
    .mutation(async ({ ctx, input: { clusterId, ...change } }) =>
      setPolicy(ctx, await clusterPlace(ctx.db, clusterId), change),
    ),

  removeForCluster: projectProcedure({
    permission: 'clusters:manage',
    input: removeClusterPolicyInput,
    project: ofCluster,
    rest: rest('DELETE', '/clusters/{clusterId}/policies/{setting}', 'Let policies decide a setting of a cluster'),
  })
    .output(changedClusters)
    .mutation(async ({ ctx, input: { clusterId, ...removal } }) =>
      removePolicy(ctx, await clusterPlace(ctx.db, clusterId), removal),
    ),
});
