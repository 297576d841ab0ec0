import { projectProcedure } from '@/server/procedures.ts';
import { secretBox } from '@/server/secret-box.ts';
import { router } from '@/server/trpc.ts';
import {
  applyAgainInput,
  clusterInput,
  clusterListInput,
  createClusterInput,
  deleteClusterInput,
  preflightInput,
  replaceKubeconfigInput,
  setSwitchesInput,
} from '../input.ts';
import {
  clusterCoverage,
  clusterDetail,
  clusterFootprint,
  clusterList,
  clusterPipeline,
  createdCluster,
  preflightResult,
  replacedKubeconfig,
  startedOperation,
} from '../output.ts';
import { applyAgain, createCluster, deleteCluster, setSwitches } from './change.ts';
import { getCoverage } from './coverage.ts';
import { getFootprint } from './footprint.ts';
import { listClusters } from './list.ts';
import { getPipeline } from './pipeline.ts';
import { runPreflight } from './preflight.ts';
import { getCluster } from './read.ts';
import { preflightReplacement, replaceKubeconfig } from './replace-kubeconfig.ts';

const inProject = (input: { project: string }) => ({ slug: input.project });
const ofCluster = (input: { clusterId: string }) => ({ clusterId: input.clusterId });

export const clustersRouter = router({
  list: projectProcedure({
    permission: 'clusters:read',
    input: clusterListInput,
    project: inProject,
    rest: {
      method: 'GET',
      path: '/projects/{project}/clusters',
      tag: 'Clusters',
      summary: 'List clusters of a project',
    },
  })
    .output(clusterList)
    .query(({ ctx, input }) => listClusters(ctx, ctx.project.id, input)),

  get: projectProcedure({
    permission: 'clusters:read',
    input: clusterInput,
    project: ofCluster,
    rest: { method: 'GET', path: '/clusters/{clusterId}', tag: 'Clusters', summary: 'Get a cluster' },
  })
    .output(clusterDetail)
    .query(({ ctx, input }) => getCluster(ctx, input.clusterId)),

  pipeline: projectProcedure({
    permission: 'telemetry:read',
    input: clusterInput,
    project: ofCluster,
    rest: {
      method: 'GET',
      path: '/clusters/{clusterId}/pipeline',
      tag: 'Clusters',
      summary: 'Follow the pipeline',
      description: 'Rates from agents to store, for logs and metrics.',
    },
  })
    .output(clusterPipeline)
    .query(({ ctx, input }) => getPipeline(ctx, input.clusterId)),

  coverage: projectProcedure({
    permission: 'telemetry:read',
    input: clusterInput,
    project: ofCluster,
    rest: {
      method: 'GET',
      path: '/clusters/{clusterId}/coverage',
      tag: 'Clusters',
      summary: 'Compare running containers with received streams',
    },
  })
    .output(clusterCoverage)
    .query(({ ctx, input }) => getCoverage(ctx, input.clusterId)),

  footprint: projectProcedure({
    permission: 'telemetry:read',
    input: clusterInput,
    project: ofCluster,
    rest: {
      method: 'GET',
      path: '/clusters/{clusterId}/footprint',
      tag: 'Clusters',
      summary: 'Measure what the agents use',
    },
  })
    .output(clusterFootprint)
    .query(({ ctx, input }) => getFootprint(ctx, input.clusterId)),

  preflight: projectProcedure({
    permission: 'clusters:manage',
    input: preflightInput,
    project: inProject,
    rest: {
      method: 'POST',
      path: '/projects/{project}/preflights',
      tag: 'Clusters',
      summary: 'Check a kubeconfig',
      description: 'Runs the checks that registering runs, and stores nothing.',
    },
  })
    .output(preflightResult)
    .mutation(({ input }) => runPreflight(input.kubeconfig)),

  create: projectProcedure({
    permission: 'clusters:manage',
    input: createClusterInput,
    project: inProject,
    rest: {
      method: 'POST',
      path: '/projects/{project}/clusters',
      tag: 'Clusters',
      summary: 'Register a cluster',
      status: 201,
      description: 'Nothing is stored unless every check passes. Follow the change by the operation that is named.',
    },
  })
    .output(createdCluster)
    .mutation(async ({ ctx, input }) => createCluster(ctx, await secretBox(), input)),

  setSwitches: projectProcedure({
    permission: 'clusters:manage',
    input: setSwitchesInput,
    project: ofCluster,
    rest: {
      method: 'PATCH',
      path: '/clusters/{clusterId}/switches',
      tag: 'Clusters',
      summary: 'Switch monitoring and logging',
      status: 202,
      description: 'A switch that is left out stays as it is. Without a change there is no operation.',
    },
  })
    .output(startedOperation)
    .mutation(({ ctx, input }) => setSwitches(ctx, input)),

  applyAgain: projectProcedure({
    permission: 'clusters:manage',
    input: applyAgainInput,
    project: ofCluster,
    rest: {
      method: 'POST',
      path: '/clusters/{clusterId}/operations',
      tag: 'Clusters',
      summary: 'Apply the desired state again',
      status: 202,
    },
  })
    .output(startedOperation)
    .mutation(({ ctx, input }) => applyAgain(ctx, input)),

  preflightReplacement: projectProcedure({
    permission: 'clusters:manage',
    input: replaceKubeconfigInput,
    project: ofCluster,
    rest: {
      method: 'POST',
      path: '/clusters/{clusterId}/preflights',
      tag: 'Clusters',
      summary: 'Check a kubeconfig for a registered cluster',
      description: 'Runs the checks that replacing its kubeconfig runs, and stores nothing.',
    },
  })
    .output(preflightResult)
    .mutation(({ ctx, input }) => preflightReplacement(ctx, input)),

  replaceKubeconfig: projectProcedure({
    permission: 'clusters:manage',
    input: replaceKubeconfigInput,
    project: ofCluster,
    rest: {
      method: 'PUT',
      path: '/clusters/{clusterId}/kubeconfig',
      tag: 'Clusters',
      summary: "Replace a cluster's kubeconfig",
      description:
        'For a credential that has expired or was revoked, or a new address. Nothing changes unless every check passes, among them that it leads to the cluster that is registered. The cluster is tried again at once.',
    },
  })
    .output(replacedKubeconfig)
    .mutation(async ({ ctx, input }) => replaceKubeconfig(ctx, await secretBox(), input)),

  delete: projectProcedure({
    permission: 'clusters:manage',
    input: deleteClusterInput,
    project: ofCluster,
    rest: {
      method: 'DELETE',
      path: '/clusters/{clusterId}',
      tag: 'Clusters',
      summary: 'Delete a cluster',
      status: 202,
    },
  })
    .output(startedOperation)
    .mutation(({ ctx, input }) => deleteCluster(ctx, input)),
});
