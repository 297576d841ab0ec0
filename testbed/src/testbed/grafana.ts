import { homePaths } from '../embedded/home.ts';
import { grafanaOriginOf, originOf } from '../embedded/options.ts';
import { ensureSecrets } from '../embedded/secrets.ts';
import { administrator } from '../grafana/config.ts';
import { startGrafana } from '../grafana/start-grafana.ts';
import { type ManagedProcess, startProcess } from '../process/managed-process.ts';
import type { Companion, CompanionOptions } from './start-testbed.ts';

/** Grafana as the embedded default runs it, without organizations: those are the worker's. */
export async function grafana({ home, ports, ...reporting }: CompanionOptions): Promise<Companion> {
  const processes: ManagedProcess[] = [];
  const paths = homePaths(home);
  const origin = originOf(ports.front);
  const { url, stop } = await startGrafana({
    ...reporting,
    home,
    port: ports.grafana,
    adminPassword: (await ensureSecrets(paths)).grafanaPassword,
    publicOrigin: grafanaOriginOf(origin),
    controlOrigin: origin,
    start: async (spec) => {
      const started = await startProcess(spec);
      processes.push(started);
      return started;
    },
  });
  const places = [{ what: 'Grafana', where: `${url}, login ${administrator}, password in ${paths.grafanaPassword}` }];
  return { processes, places, stop };
}
