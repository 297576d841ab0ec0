import { setTimeout as sleep } from 'node:timers/promises';
import { tail } from '../../process/managed-process.ts';
import type { Api } from '../api.ts';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly message?: string;
  readonly lastHeartbeatTime: string;
}

/**
 * The Ready condition as this life's kubelet wrote it: after a restart the API server still has
 * the former one's, which says True about a node that was killed.
 */
export function readyCondition(nodeJson: string, since: Date): Condition | undefined {
  const node = JSON.parse(nodeJson) as { status?: { conditions?: Condition[] } };
  const ready = node.status?.conditions?.find(({ type }) => type === 'Ready');
  // Heartbeats are in whole seconds.
  const earliest = Math.floor(since.getTime() / 1000) * 1000;
  return ready && Date.parse(ready.lastHeartbeatTime) >= earliest ? ready : undefined;
}

export async function waitForNode(api: Api, name: string, since: Date, log: string): Promise<void> {
  const deadline = Date.now() + 180_000;
  let last = 'it has not registered itself';
  while (Date.now() < deadline) {
    const answer = await api.get(`/api/v1/nodes/${name}`).catch(() => undefined);
    const ready = answer?.status === 200 ? readyCondition(answer.body, since) : undefined;
    if (ready?.status === 'True') return;
    last = ready?.message ?? last;
    await sleep(200);
  }
  throw new Error(`Node ${name} is not ready after 3 minutes: ${last}. End of ${log}:\n${tail(log)}`);
}
