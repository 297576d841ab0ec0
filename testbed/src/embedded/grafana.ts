import { startGrafana } from '../grafana/start-grafana.ts';
import { getPart } from '../parts/catalog.ts';
import { findPart } from '../parts/find.ts';
import type { ControlPlaneOptions } from './control-plane.ts';
import { grafanaOriginOf } from './options.ts';

/**
 * Grafana, which no other step waits for. Its build is the longest of all, so it comes after the
 * builds of the parts that clusters need.
 *
 * @param others settles when those are there.
 */
export async function startDashboards(options: ControlPlaneOptions, others: Promise<unknown>): Promise<void> {
  const { progress, stack, signal, paths, ports, secrets, origin } = options;
  if (!(await findPart(getPart('grafana')))) await others.catch(() => undefined);
  signal.throwIfAborted();
  await progress.run('grafana', (onProgress) =>
    startGrafana({
      home: paths.root,
      port: ports.grafana,
      adminPassword: secrets.grafanaPassword,
      publicOrigin: grafanaOriginOf(origin),
      controlOrigin: origin,
      onProgress,
      signal,
      start: stack.start,
    }),
  );
}
