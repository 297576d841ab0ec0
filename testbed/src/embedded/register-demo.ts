import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '@oriel/db/client';
import { enqueue } from '@oriel/db/enqueue';
import type { SecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { createSession, revokeSession } from '@oriel/db/sessions';
import { type StepKey, stepTitles } from '@oriel/domain/operations';
import { serializeAccess } from '@oriel/k8s/api-access';
import { parseKubeconfig } from '@oriel/k8s/kubeconfig';
import { callProcedure } from './api-client.ts';
import { demoProject } from './rows.ts';

export interface DemoRegistration {
  readonly db: Db;
  readonly secretBox: SecretBox;
  readonly administratorId: string;
  readonly seedId: string;
  readonly origin: string;
  readonly frontPort: number;
  readonly kubeconfigPath: string;
  readonly server: string;
  readonly onProgress: (text: string) => void;
  readonly signal: AbortSignal;
}

const name = 'demo';
/** Set once it was registered: a demo cluster that somebody deleted must not come back at the next start. */
const settingKey = 'embedded_demo_registered';

/**
 * Registers the demo cluster as a person would, with monitoring and logging on, and waits until
 * its first signal has arrived. Returns what became of it, in words.
 */
export async function registerDemo(demo: DemoRegistration): Promise<string> {
  const { db } = demo;
  const registered = await db.setting.findUnique({ where: { key: settingKey } });
  const cluster = await db.cluster.findFirst({ where: { name, project: { slug: demoProject } } });
  if (cluster) {
    await followAddress(demo, cluster);
    // Whatever became of an earlier change is the page's to tell; this start has not failed by it.
    return followOperation(demo).catch((error: Error) => {
      demo.signal.throwIfAborted();
      return `the last change failed: ${error.message}`;
    });
  }
  if (registered) return `Somebody deleted it from Oriel; it still runs: ${demo.kubeconfigPath}`;
  await create(demo);
  await db.setting.create({ data: { key: settingKey, value: true } });
  return followOperation(demo);
}

async function create({ db, administratorId, origin, frontPort, ...demo }: DemoRegistration): Promise<void> {
  const session = await db.$transaction((tx) => createSession(tx, { userId: administratorId, userAgent: 'npm start' }));
  try {
    await callProcedure({ origin, port: frontPort, session: session.value }, 'clusters.create', {
      project: demoProject,
      name,
      region: 'local',
      seedId: demo.seedId,
      kubeconfig: await readFile(demo.kubeconfigPath, 'utf8'),
      monitoring: true,
      logging: true,
    });
  } finally {
    await revokeSession(db, administratorId, session.id);
  }
}

/** Other ports, or a cluster made anew: the same cluster to Oriel, at another address or with other keys. */
async function followAddress(
  { db, secretBox, kubeconfigPath, server }: DemoRegistration,
  cluster: { readonly id: string; readonly kubeconfigEnvelope: string },
): Promise<void> {
  const access = serializeAccess(parseKubeconfig(await readFile(kubeconfigPath, 'utf8')));
  const place = placeOf('kubeconfig', cluster.id);
  if ((await secretBox.open(place, cluster.kubeconfigEnvelope)) === access) return;
  const kubeconfigEnvelope = await secretBox.seal(place, access);
  await db.$transaction(async (tx) => {
    await tx.cluster.update({ where: { id: cluster.id }, data: { kubeconfigEnvelope, apiServer: server } });
    await enqueue(tx, 'reconcile_cluster', { clusterId: cluster.id });
  });
}

/** Waits for the latest operation on the cluster to end, with the step it is at as progress. */
async function followOperation({ db, onProgress, signal }: DemoRegistration): Promise<string> {
  for (;;) {
    const operation = await db.operation.findFirst({
      where: { clusterName: name, project: { slug: demoProject } },
      orderBy: { id: 'desc' },
      include: {
        attempts: { orderBy: { number: 'desc' }, take: 1, include: { steps: { orderBy: { position: 'asc' } } } },
      },
    });
    const steps = operation?.attempts[0]?.steps ?? [];
    if (!operation || operation.state === 'succeeded') return 'registered in the project demo; logs and metrics arrive';
    if (operation.state === 'superseded') return 'registered in the project demo';
    if (operation.state === 'failed') {
      const failed = steps.find((step) => step.state === 'failed');
      throw new Error(`${title(failed?.key)}: ${failed?.message ?? 'failed'}`);
    }
    const running = steps.find((step) => step.state === 'running');
    if (running) onProgress([title(running.key), running.message].filter(Boolean).join(': '));
    await sleep(1_000, undefined, { signal });
  }
}

function title(key: string | undefined): string {
  return stepTitles[key as StepKey] ?? key ?? 'Operation';
}
