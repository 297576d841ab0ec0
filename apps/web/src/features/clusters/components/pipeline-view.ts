import { formatBytes } from '@/ui/format/bytes.ts';
import { formatCompact, formatCount } from '@/ui/format/count.ts';
import { formatLag } from '@/ui/format/duration.ts';
import { formatByteRate, formatRate } from '@/ui/format/rate.ts';
import type { Status } from '@/ui/status.ts';
import type { ClusterPipeline } from '../output.ts';
import type { Hop, HopState, PipelineHops, Stage, StageCell } from './pipeline-types.ts';

type Lane = ClusterPipeline['logs'];
type Words = { thing: string; source: string; store: string; newest: string };

const words: Record<'logs' | 'metrics', Words> = {
  logs: { thing: 'lines', source: 'containers read', store: 'Loki', newest: 'newest line' },
  metrics: { thing: 'samples', source: 'targets answer', store: 'Mimir', newest: 'newest sample' },
};

/** Larger counts do not fit a stage twice; coverage has them to the last one. */
const MOST_WRITTEN_OUT = 100_000;

/** Four stages and three hops per lane. A break is named at one hop only; what lies behind it is starved. */
export function pipelineView(
  facts: ClusterPipeline,
  now: number,
): { label: string; stages: Stage[]; hops: PipelineHops[]; broken: number } {
  const logs = laneView(facts.logs, words.logs, now);
  const metrics = laneView(facts.metrics, words.metrics, now);
  const nodes = facts.nodeCount === null ? '' : facts.nodeCount === 1 ? '1 node' : `${facts.nodeCount} nodes`;
  const stage = (kind: Stage['kind'], name: string, meta: string, index: number): Stage => ({
    kind,
    name,
    meta,
    logs: logs.cells[index] as StageCell,
    metrics: metrics.cells[index] as StageCell,
  });
  return {
    label: `Logs ${logs.sentence}; metrics ${metrics.sentence}.`,
    stages: [
      stage('pods', 'Pods', nodes, 0),
      stage('agent', 'Agent', '', 1),
      stage('gateway', 'Gateway', facts.seedName, 2),
      stage('store', 'Store', facts.seedName, 3),
    ],
    hops: [0, 1, 2].map((index) => ({ logs: logs.hops[index] as Hop, metrics: metrics.hops[index] as Hop })),
    broken: [logs, metrics].filter((lane) => lane.hops.some((hop) => hop.state === 'cut')).length,
  };
}

function laneView(lane: Lane, word: Words, now: number): { cells: StageCell[]; hops: Hop[]; sentence: string } {
  if (!lane.enabled) {
    const off: StageCell = { value: 'Off', fact: 'switched off', status: 'off' };
    const idle: Hop = { state: 'idle', rate: '', fact: '' };
    return { cells: [off, off, off, off], hops: [idle, idle, idle], sentence: 'are switched off' };
  }
  const state = flow(lane);
  const rate = lane.sentPerSecond ?? lane.storedPerSecond;
  const rateText = rate === null ? '–' : formatRate(rate, word.thing);
  const bytes = lane.bytesPerSecond === null ? '' : formatByteRate(lane.bytesPerSecond);
  const since = lane.freshSince === null ? '' : `since ${formatLag(now - Date.parse(lane.freshSince))}`;
  const newest =
    lane.newestAt === null ? 'nothing yet' : `${word.newest} ${formatLag(now - Date.parse(lane.newestAt))} ago`;
  const down = state.agentToGateway === 'cut' || state.podsToAgent === 'cut';
  return {
    cells: [
      { value: sources(lane), fact: word.source },
      agentCell(lane),
      {
        value: down ? 'Nothing received' : lane.fresh === 'True' ? 'Accepting' : 'Waiting',
        fact: 'mutual TLS',
        status: down ? 'unknown' : lane.fresh === 'True' ? 'ok' : 'waiting',
      },
      { value: word.store, fact: newest, status: storeStatus(lane) },
    ],
    hops: [
      { state: state.podsToAgent, rate: rateText, fact: bytes },
      {
        state: state.agentToGateway,
        rate: state.agentToGateway === 'cut' ? formatRate(0, word.thing) : rateText,
        fact: state.agentToGateway === 'cut' ? since : retries(lane),
      },
      {
        state: state.gatewayToStore,
        rate: state.gatewayToStore === 'flowing' ? rateText : formatRate(0, word.thing),
        fact: state.gatewayToStore === 'starved' ? 'starved' : lost(lane),
      },
    ],
    sentence: down ? 'are cut between agent and gateway' : lane.fresh === 'True' ? 'flow' : 'have not arrived yet',
  };
}

/** Which hop is broken: agents that are not heard, or heard agents whose data does not arrive. */
function flow(lane: Lane): { podsToAgent: HopState; agentToGateway: HopState; gatewayToStore: HopState } {
  if (lane.fresh === 'True') return { podsToAgent: 'flowing', agentToGateway: 'flowing', gatewayToStore: 'flowing' };
  if (lane.fresh !== 'False') return { podsToAgent: 'idle', agentToGateway: 'idle', gatewayToStore: 'idle' };
  if (lane.agentsHeard === 0) return { podsToAgent: 'cut', agentToGateway: 'starved', gatewayToStore: 'starved' };
  return { podsToAgent: 'flowing', agentToGateway: 'cut', gatewayToStore: 'starved' };
}

function sources(lane: Lane): string {
  if (lane.sources === null) return '–';
  const most = Math.max(lane.sources, lane.sourcesExpected ?? 0);
  const write = most < MOST_WRITTEN_OUT ? formatCount : formatCompact;
  return lane.sourcesExpected === null
    ? write(lane.sources)
    : `${write(lane.sources)} of ${write(lane.sourcesExpected)}`;
}

function agentCell(lane: Lane): StageCell {
  const expected = lane.agentsExpected ?? lane.agentsHeard;
  const status: Status = lane.agentsHeard === 0 ? 'waiting' : lane.agentsHeard < expected ? 'late' : 'ok';
  const sent =
    lane.bytesPerSecond === null ? 'own figures need monitoring' : `${formatBytes(lane.bytesPerSecond * 60)} a minute`;
  return { value: `${lane.agentsHeard} of ${expected} heard`, fact: sent, status };
}

function storeStatus(lane: Lane): Status {
  if (lane.fresh === 'True') return 'ok';
  return lane.fresh === 'False' ? 'late' : 'waiting';
}

function retries(lane: Lane): string {
  if (lane.retriesPerSecond === null) return '';
  return lane.retriesPerSecond < 0.005 ? '0 retries' : formatRate(lane.retriesPerSecond, 'retries');
}

function lost(lane: Lane): string {
  if (lane.lostPerSecond === null) return '';
  return lane.lostPerSecond < 0.005 ? '0 rejected' : formatRate(lane.lostPerSecond, 'rejected');
}
