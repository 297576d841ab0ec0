import { isIP } from 'node:net';
import { ensureNodeNetwork } from '../cluster/host-network.ts';
import { allSettledOrThrow } from '../cluster/settle.ts';
import { startIngestNginx } from '../seed/start-ingest.ts';
import { startSeedAgent } from '../seed/start-seed-agent.ts';
import { startSeedStores } from '../seed/start-stores.ts';
import type { ControlPlaneOptions, RunningControlPlane } from './control-plane.ts';
import { embeddedSeed, publishIngest } from './rows.ts';

/** Loki, Mimir and nginx. Resolves when all three are ready; `built` does so as soon as nothing is left to build. */
export async function startSeed(
  options: ControlPlaneOptions,
  { db, seedId, authority }: RunningControlPlane,
  built: () => void,
): Promise<void> {
  const { progress, stack, signal, paths, ports, secrets } = options;
  const common = { home: paths.root, ports, signal };
  const stores = progress.run('stores', (onProgress) =>
    startSeedStores({
      ...common,
      onProgress,
      start: (spec) => {
        built();
        return stack.start(spec);
      },
    }).finally(built),
  );
  const ingest = progress.run('ingest', async (onProgress) => {
    await startIngestNginx({
      ...common,
      ...(await ingestAddresses(options)),
      authority,
      remoteConfigToken: secrets.ingestToken,
      onProgress,
      start: stack.start,
    });
    await publishIngest(db, seedId);
  });
  // A failure waits for the other: nothing may still be starting while all is being stopped.
  await allSettledOrThrow([stores, ingest]);
}

/** What watches the seed. It needs the agents' program, the last that is built, and nobody waits for it. */
export async function startSeedWatch({ progress, stack, signal, paths, ports }: ControlPlaneOptions): Promise<void> {
  await progress.run('seed-agent', (onProgress) =>
    startSeedAgent({
      home: paths.root,
      ports,
      seed: embeddedSeed.name,
      region: embeddedSeed.region,
      onProgress,
      signal,
      start: stack.start,
    }),
  );
}

/** Where nginx listens and what its certificate names. The bridge is made first: an address must exist to be listened on. */
async function ingestAddresses({ withCluster, ingestHost, ports }: ControlPlaneOptions) {
  const listen = new Set(['127.0.0.1']);
  if (withCluster) listen.add(await ensureNodeNetwork(ports.demo));
  if (ingestHost === undefined) return { listen: [...listen] };
  // A name may stand for any address of this machine.
  if (isIP(ingestHost) === 0) return { listen: ['0.0.0.0'], names: [...listen, ingestHost] };
  return { listen: [...listen.add(ingestHost)] };
}
