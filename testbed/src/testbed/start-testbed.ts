import { startDns } from '../cluster/dns/start-dns.ts';
import { startFakeCluster } from '../cluster/fake/start-fake-cluster.ts';
import { ensureNodeNetwork } from '../cluster/host-network.ts';
import type { Reporting } from '../cluster/report-parts.ts';
import { applySampleWorkload } from '../cluster/sample-workload.ts';
import { allSettledOrThrow, once } from '../cluster/settle.ts';
import { startCluster } from '../cluster/start-cluster.ts';
import type { RunningCluster } from '../cluster/types.ts';
import { importImages } from '../images/import-images.ts';
import { type Ports, portsFrom } from '../ports.ts';
import type { ManagedProcess } from '../process/managed-process.ts';

/** Something to know or to open. */
export interface Place {
  readonly what: string;
  readonly where: string;
}

interface Part {
  readonly processes: readonly ManagedProcess[];
  stop(): Promise<void>;
}

/** Whatever else runs beside the clusters: the seed's stores. */
export interface Companion extends Part {
  readonly places: readonly Place[];
}

export interface CompanionOptions extends Reporting {
  readonly home: string;
  readonly ports: Ports;
}

export interface TestbedOptions {
  readonly home: string;
  /** Front port of the Oriel instance that all ports are derived from. */
  readonly port: number;
  /** Default true. */
  readonly second?: boolean;
  readonly onProgress: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Started beside the first cluster, when its bridge with the node address is there. */
  readonly companions?: readonly ((options: CompanionOptions) => Promise<Companion>)[];
}

export interface Testbed {
  readonly demo: RunningCluster;
  readonly second: RunningCluster | undefined;
  readonly processes: readonly ManagedProcess[];
  readonly places: readonly Place[];
  /** What nobody has to wait for: images whose binaries are built late, and the cluster's names. Never rejects. */
  readonly extras: Promise<void>;
  stop(): Promise<void>;
}

/** Everything real that Oriel is tried against, in the order in which it is needed. */
export async function startTestbed(options: TestbedOptions): Promise<Testbed> {
  const { home, onProgress, signal, companions = [] } = options;
  const ports = portsFrom(options.port);
  const started: Part[] = [];
  const stop = once(async () => {
    await Promise.all(started.map((part) => part.stop()));
  });
  const keep = async <T extends Part>(work: Promise<T>): Promise<T> => {
    const part = await work;
    started.push(part);
    return part;
  };
  try {
    await ensureNodeNetwork(ports.demo);
    const [demo, ...beside] = await allSettledOrThrow([
      keep(startCluster({ home, ports: ports.demo, name: 'demo', onProgress, signal })),
      ...companions.map((start) => keep(start({ home, ports, onProgress, signal }))),
    ] as const);
    signal?.throwIfAborted();
    const startSecond = () => keep(startFakeCluster({ home, ports: ports.second, name: 'second', onProgress, signal }));
    const [second] = await allSettledOrThrow([
      options.second === false ? undefined : startSecond(),
      applySampleWorkload(demo, { onProgress, signal }),
    ] as const);
    signal?.throwIfAborted();
    const extras = addExtras(demo, { onProgress, signal });
    return {
      demo,
      second,
      processes: started.flatMap((part) => part.processes),
      places: [...beside.flatMap((part) => part.places), ...placesOf(demo), ...(second ? placesOf(second) : [])],
      extras,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const placesOf = ({ name, server, kubeconfigPath, nodes }: RunningCluster): Place[] => [
  { what: `${name} API server`, where: server },
  { what: `${name} kubeconfig`, where: kubeconfigPath },
  ...nodes.map((node) => ({ what: `pod logs on ${node.name}`, where: `${node.varLog}/pods` })),
];

/** What Oriel's manifests refer to, the largest and last built at the end. */
async function addExtras(demo: RunningCluster, reporting: Reporting): Promise<void> {
  const steps = [
    () => importImages(demo, ['busybox', 'kube-state-metrics', 'node-exporter', 'alloy'], reporting),
    () => startDns(demo, reporting),
  ];
  for (const step of steps) {
    await step().catch((error: Error) => {
      // While all is being stopped, failing is what they should do.
      if (!reporting.signal?.aborted) reporting.onProgress?.(`${demo.name}: ${error.message}`);
    });
  }
}
