import { type ManagedProcess, startProcess } from '../process/managed-process.ts';
import { startSeedStores } from '../seed/start-stores.ts';
import type { Companion, CompanionOptions } from './start-testbed.ts';

/** Loki and Mimir. The seed's nginx belongs to the control plane that gives out its certificates. */
export async function seedStores(options: CompanionOptions): Promise<Companion> {
  const processes: ManagedProcess[] = [];
  const { logsUrl, metricsUrl, stop } = await startSeedStores({
    ...options,
    start: async (spec) => {
      const started = await startProcess(spec);
      processes.push(started);
      return started;
    },
  });
  const places = [
    { what: 'Loki', where: logsUrl },
    { what: 'Mimir', where: `${metricsUrl}/prometheus` },
  ];
  return { processes, places, stop };
}
