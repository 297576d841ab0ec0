import type { Status } from '@/ui/status.ts';

export type Lane = 'logs' | 'metrics';

/** One lane's cell in a stage: "24 of 24 ready" over "buffer 0.3 %". */
export type StageCell = {
  value: string;
  fact: string /** Left out where there is nothing to judge. */;
  status?: Status;
};

export type Stage = {
  kind: 'pods' | 'agent' | 'gateway' | 'store';
  name: string;
  /** At the right of the head: "24 nodes", "fra-1". */
  meta: string;
  logs: StageCell;
  metrics: StageCell;
};

/** `starved` is downstream of a cut: nothing arrives, and nothing here is broken. */
export type HopState = 'flowing' | 'idle' | 'cut' | 'starved';

/** The rate stands over the wire, the fact under it: "8,410 lines/s", "0 retries". */
export type Hop = { state: HopState; rate: string; fact: string };

export type PipelineHops = Record<Lane, Hop>;
