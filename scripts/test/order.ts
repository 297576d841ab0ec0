import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Integration tests that mostly wait: for programs to start and end, for agents' polls, for deadlines to pass. They run
 * beside those that compute (`integration-waiting` in vitest.config.ts), and the journeys that wait for agents run after
 * them, so that both ends meet (scripts/test.ts); longest first.
 */
export const waiting: readonly string[] = [
  'apps/worker/src/faults.itest.ts',
  'packages/agent-config/src/restart.itest.ts',
  'apps/gateway/src/remote-config/agents.itest.ts',
  'packages/agent-config/src/logs-pipeline.itest.ts',
  'apps/worker/src/killed.itest.ts',
  'apps/worker/src/operations.itest.ts',
  'scripts/start.itest.ts',
  'packages/ingest/src/remote-config.itest.ts',
  'testbed/src/cluster/cluster.itest.ts',
  'apps/gateway/src/outage.itest.ts',
];

/** Others that take longest. Begun last, one of them would run alone at the end. */
const computing: readonly string[] = [
  'apps/web/src/server/access-matrix/access-matrix.itest.ts',
  'e2e/security/reads-in-reach.itest.ts',
  'apps/web/src/server/auth/wrong-passwords.itest.ts',
  'packages/k8s/src/apply.itest.ts',
  'apps/web/src/server/seeded-secrets.itest.ts',
  'packages/federation/src/federate.itest.ts',
  'e2e/security/heavy-neighbour.itest.ts',
  'apps/worker/src/grafana/keep-in-step.itest.ts',
  'testbed/src/embedded/postgres/start-postgres.itest.ts',
  'apps/web/src/features/clusters/server/clusters.itest.ts',
  'e2e/security/revocations.itest.ts',
  'apps/worker/src/grafana/sync-people.itest.ts',
  'apps/gateway/src/tail/tail.itest.ts',
  'apps/worker/src/reconcile/dashboards/keep-dashboards.itest.ts',
  'apps/gateway/src/posture.itest.ts',
  'apps/gateway/src/grants.itest.ts',
  'apps/worker/src/grafana/sync.itest.ts',
  'testbed/src/seed/stores.itest.ts',
];

export const longest: readonly string[] = [...waiting, ...computing];

/** Also on a machine that has no durations of an earlier run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
      return index < 0 ? longest.length : index;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
