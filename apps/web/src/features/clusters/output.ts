import { z } from 'zod';

const instant = z.iso.datetime();

export const preflightResult = z
  .object({
    ok: z.boolean(),
    apiServer: z.string().nullable(),
    version: z.string().nullable(),
    nodeCount: z.number().nullable(),
    checks: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        ok: z.boolean().nullable().describe('Null: not tried, since an earlier check failed.'),
        message: z.string(),
        fix: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Preflight' });
export type PreflightResult = z.infer<typeof preflightResult>;

export const clusterDetail = z
  .object({
    id: z.uuid(),
    name: z.string(),
    region: z.string(),
    project: z.object({ slug: z.string(), name: z.string() }),
    seed: z.object({ id: z.uuid(), name: z.string() }),
    apiServer: z.string(),
    kubernetesVersion: z.string().nullable(),
    nodeCount: z.number().nullable(),
    latencyMs: z.number().nullable(),
    lastReachedAt: instant.nullable(),
    retryAt: instant.nullable(),
    monitoringEnabled: z.boolean(),
    loggingEnabled: z.boolean(),
    firstLogAt: instant.nullable(),
    firstMetricAt: instant.nullable(),
    lastLogAt: instant.nullable(),
    lastMetricAt: instant.nullable(),
    deletionRequestedAt: instant.nullable(),
    createdAt: instant,
    conditions: z.array(
      z.object({
        type: z.string(),
        status: z.enum(['True', 'False', 'Unknown']),
        reason: z.string(),
        message: z.string(),
        lastTransitionAt: instant,
        observedAt: instant,
      }),
    ),
    collectors: z.array(
      z.object({
        id: z.string(),
        role: z.string(),
        node: z.string(),
        version: z.string().nullable(),
        status: z.string(),
        statusMessage: z.string().nullable(),
        lastSeenAt: instant,
      }),
    ),
    operationIds: z.array(z.string()).describe('Newest first, at most five.'),
    certificateExpiresAt: instant.nullable(),
    canManage: z.boolean().describe('What the person may do here.'),
  })
  .meta({ id: 'Cluster' });
export type ClusterDetail = z.infer<typeof clusterDetail>;

export const clusterList = z
  .object({
    clusters: z.array(
      z
        .object({
          id: z.uuid(),
          name: z.string(),
          region: z.string(),
          seed: z.object({ id: z.uuid(), name: z.string() }),
          kubernetesVersion: z.string().nullable(),
          nodeCount: z.number().nullable(),
          monitoringEnabled: z.boolean(),
          loggingEnabled: z.boolean(),
          firstLogAt: instant.nullable(),
          firstMetricAt: instant.nullable(),
          deletionRequestedAt: instant.nullable(),
          createdAt: instant,
        })
        .meta({ id: 'ClusterSummary' }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ClusterList' });

export const createdCluster = z
  .object({ clusterId: z.uuid(), operationId: z.string().nullable() })
  .meta({ id: 'CreatedCluster' });
export const replacedKubeconfig = z
  .object({ apiServer: z.string(), version: z.string().nullable(), nodeCount: z.number().nullable() })
  .meta({ id: 'ReplacedKubeconfig' });
export const startedOperation = z.object({ operationId: z.string().nullable() }).meta({ id: 'StartedOperation' });

/** Cores and bytes; measured values are null where nothing is known. Logs are per node, the busiest one. */
const footprintPart = z
  .object({
    cpuCores: z.number().nullable(),
    memoryBytes: z.number().nullable(),
    budget: z.object({ requestCores: z.number(), requestBytes: z.number(), cores: z.number(), bytes: z.number() }),
  })
  .meta({ id: 'Footprint' });

export const clusterFootprint = z
  .object({ metrics: footprintPart, logs: footprintPart })
  .meta({ id: 'ClusterFootprint' });
export type ClusterFootprint = z.infer<typeof clusterFootprint>;

/** Rates per second over the last minutes; null where nothing is known (agents' own figures need monitoring). */
const lane = z
  .object({
    enabled: z.boolean(),
    sources: z.number().nullable().describe('Containers read, or targets that answer.'),
    sourcesExpected: z.number().nullable(),
    sentPerSecond: z.number().nullable().describe('Lines or samples that the agents took in and sent on.'),
    bytesPerSecond: z.number().nullable(),
    retriesPerSecond: z.number().nullable(),
    lostPerSecond: z.number().nullable(),
    storedPerSecond: z.number().nullable().describe('What the store counted itself.'),
    agentsHeard: z.number(),
    agentsExpected: z.number().nullable(),
    fresh: z.enum(['True', 'False', 'Unknown']).nullable(),
    freshSince: instant.nullable().describe('When freshness turned to what it is.'),
    newestAt: instant.nullable(),
  })
  .meta({ id: 'PipelineLane' });

export const clusterPipeline = z
  .object({
    logs: lane,
    metrics: lane,
    seedName: z.string(),
    nodeCount: z.number().nullable(),
    at: instant,
  })
  .meta({ id: 'ClusterPipeline' });
export type ClusterPipeline = z.infer<typeof clusterPipeline>;

export const clusterCoverage = z
  .object({
    known: z
      .boolean()
      .describe(
        'False where the figures that are compared are not there: a switch is off, or nothing was scraped yet.',
      ),
    found: z.number(),
    expected: z.number(),
    /** At most 50 of the running containers without a stream in the last six hours. */
    missing: z.array(
      z.object({ namespace: z.string(), pod: z.string(), container: z.string(), startedAt: instant.nullable() }),
    ),
    at: instant,
  })
  .meta({ id: 'ClusterCoverage' });
export type ClusterCoverage = z.infer<typeof clusterCoverage>;
