import { setTimeout as wait } from 'node:timers/promises';
import type { AgentRole } from '@oriel/domain/desired-state';
import type { TestCluster } from '@oriel/k8s/testing/test-cluster';
import { renewLatePods } from './kwok-pods.ts';
import type { OrielUnderTest, Registered } from './oriel-under-test.ts';

interface Scene {
  readonly oriel: OrielUnderTest;
  readonly cluster: TestCluster;
  readonly registered: Registered;
  /** Agents that report; all unless given. */
  readonly roles?: readonly AgentRole[] | undefined;
}

/** Plays the agents until the operation is over, 45 s at most, and says how it stands then. */
export async function seeThrough(id: bigint, { oriel, cluster, registered, roles }: Scene) {
  for (let turn = 0; turn < 180; turn++) {
    const operation = await oriel.operation(id);
    if (operation.finishedAt !== null) return operation;
    const current = operation.attempts.at(-1)?.steps.find(({ state }) => state === 'running')?.key;
    if (current === 'configuration' || current === 'first_signal') await oriel.actAsAgents(registered, roles);
    if (current === 'agents_ready' && turn % 20 === 19) await renewLatePods(cluster);
    await wait(250);
  }
  return oriel.operation(id);
}
