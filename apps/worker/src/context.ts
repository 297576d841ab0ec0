import type { Db } from '@oriel/db/client';
import type { Log } from '@oriel/db/log';
import type { SecretBox } from '@oriel/db/secret-box';
import type { PinnedImages } from '@oriel/k8s/manifests/pinned-images';
import type { ClusterClients } from './cluster-clients.ts';
import type { GrafanaContext } from './grafana/context.ts';
import type { Cooldown } from './reconcile/cooldown.ts';
import type { DriftMemory } from './reconcile/drift-memory.ts';

/** What every job gets. */
export interface WorkerContext {
  readonly db: Db;
  readonly secrets: SecretBox;
  readonly log: Log;
  readonly clients: ClusterClients;
  readonly driftMemory: DriftMemory;
  readonly cooldown: Cooldown;
  /** Absent where the installation has no Grafana. */
  readonly grafana?: GrafanaContext | undefined;
  /** Digests for the agents' images; their version tags where there are none. */
  readonly images?: PinnedImages | undefined;
}
