import { loadKeyring } from '@oriel/db/secret-box';
import { env } from '@/env.ts';
import { projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import {
  applyAgainInput,
  clusterInput,
  createClusterInput,
  deleteClusterInput,
  preflightInput,
  setSwitchesInput,
} from '../input.ts';
import {
  clusterCoverage,
  clusterDetail,
  clusterFootprint,
  clusterPipeline,
  createdCluster,
  preflightResult,
  startedOperation,
} from '../output.ts';
import { applyAgain, createCluster, deleteCluster, setSwitches } from './change.ts';
import { getCoverage } from './coverage.ts';
import { getFootprint } from './footprint.ts';
import { getPipeline } from './pipeline.ts';
import { runPreflight } from './preflight.ts';
import { getCluster } from './read.ts';

const inProject = (input: { project: string }) => ({ slug: input.project });
const ofCluster = (input: { clusterId: string }) => ({ clusterId: input.clusterId });

export const clustersRouter = router({
  get: projectProcedure({ permission: 'clusters:read', input: clusterInput, project: ofCluster })
    .output(clusterDetail)
    .query(({ ctx, input }) => getCluster(ctx, input.clusterId)),

  pipeline: projectProcedure({ permission: 'telemetry:read', input: clusterInput, project: ofCluster })
    .output(clusterPipeline)
    .query(({ ctx, input }) => getPipeline(ctx, input.clusterId)),

  coverage: projectProcedure({ permission: 'telemetry:read', input: clusterInput, project: ofCluster })
    .output(clusterCoverage)
    .query(({ ctx, input }) => getCoverage(ctx, input.clusterId)),

  footprint: projectProcedure({ permission: 'telemetry:read', input: clusterInput, project: ofCluster })
    .output(clusterFootprint)
    .query(({ ctx, input }) => getFootprint(ctx, input.clusterId)),

  preflight: projectProcedure({ permission: 'clusters:manage', input: preflightInput, project: inProject })
    .output(preflightResult)
    .mutation(({ input }) => runPreflight(input.kubeconfig)),

  create: projectProcedure({ permission: 'clusters:manage', input: createClusterInput, project: inProject })
    .output(createdCluster)
    .mutation(async ({ ctx, input }) => createCluster(ctx, await loadKeyring(env().ORIEL_KEY_FILE), input)),

  setSwitches: projectProcedure({ permission: 'clusters:manage', input: setSwitchesInput, project: ofCluster })
    .output(startedOperation)
    .mutation(({ ctx, input }) => setSwitches(ctx, input)),

  applyAgain: projectProcedure({ permission: 'clusters:manage', input: applyAgainInput, project: ofCluster })
    .output(startedOperation)
    .mutation(({ ctx, input }) => applyAgain(ctx, input)),

  delete: projectProcedure({ permission: 'clusters:manage', input: deleteClusterInput, project: ofCluster })
    .output(startedOperation)
    .mutation(({ ctx, input }) => deleteCluster(ctx, input)),
});
