import type { RunningCluster } from '../cluster/types.ts';
import type { Ports } from '../ports.ts';
import type { OnStep } from './progress.ts';
import type { Crash, Supervised } from './supervise.ts';

export interface StartOptions {
  /** Absolute folder of all state; made if it is not there. */
  readonly home: string;
  /** Port of the front door; the others follow from it (see ports.ts). Default 3000. */
  readonly port?: number;
  /** Run and register the demo cluster, which needs Linux and root. Default: where the machine can. */
  readonly cluster?: boolean;
  /** Also run a second cluster with faked nodes; it is not registered. Default false. */
  readonly second?: boolean;
  /** E-mail of the first administrator. */
  readonly adminEmail?: string;
  /** How clusters beside the demo cluster reach the ingest gateway: an address of this machine, or a name for it. */
  readonly ingestHost?: string;
  readonly listener?: StartListener;
  /** Aborted: a start that is going on ends what it has started and throws. */
  readonly signal?: AbortSignal;
}

export interface StartListener {
  /** What is installed on this machine before the first step. */
  readonly onNotice?: (text: string) => void;
  readonly onStep?: OnStep;
  readonly onCrash?: (crash: Crash) => void;
  readonly onRestarted?: (name: string) => void;
}

/** The pages are up; what they show is still being started. */
export interface LaunchedOriel {
  /** What a browser opens. */
  readonly url: string;
  /** Signs the administrator in once; undefined when a password has been set. */
  readonly adminLink: string | undefined;
  readonly ports: Ports;
  readonly home: string;
  /** Settles when every step has ended; rejects with the first one that failed. What runs stays running. */
  readonly everything: Promise<RunningOriel>;
  /** Ends every process in reverse order; a start that is still going on is given up. Safe to call twice. */
  stop(): Promise<void>;
  /** Ends every process at once, without waiting. */
  kill(): void;
}

export interface RunningOriel {
  readonly url: string;
  readonly adminLink: string | undefined;
  readonly ports: Ports;
  readonly home: string;
  /** Paths of administrators' kubeconfigs. */
  readonly kubeconfigs: { readonly demo?: string; readonly second?: string };
  readonly clusters: RunningClusters;
  /** Processes of the host by name: postgres, gateway, worker, web, loki, mimir, nginx, grafana. */
  readonly processes: ReadonlyMap<string, Supervised>;
  /** Why the demo cluster does not run; undefined when it does. */
  readonly withoutCluster: string | undefined;
  stop(): Promise<void>;
}

export interface RunningClusters {
  /** Of the moment: the same at the same address after a restart, with other processes. */
  readonly demo: RunningCluster | undefined;
  readonly second: RunningCluster | undefined;
}

export const defaultPort = 3000;
export const defaultAdminEmail = 'admin@oriel.localhost';

/** Not `localhost`: a name below it is the same site in every browser, and leaves room for others beside it. */
export const originOf = (port: number): string => `http://oriel.localhost:${port}`;

/** Grafana's pages have an origin of their own, behind the same front door: their scripts are not Oriel's. */
export function grafanaOriginOf(origin: string): string {
  const { protocol, host } = new URL(origin);
  return `${protocol}//grafana.${host}`;
}
