import { agentNamespace } from '@oriel/domain/desired-state';
import { z } from 'zod';
import type { ApiServer } from './api-server.ts';
import { labels, managedByValue } from './labels.ts';
import { listAll } from './lists.ts';

const waiting = z.looseObject({ reason: z.string().optional(), message: z.string().optional() });
const containerStatus = z.looseObject({
  name: z.string(),
  ready: z.boolean().optional(),
  restartCount: z.number().optional(),
  state: z.looseObject({ waiting: waiting.optional(), running: z.looseObject({}).optional() }).optional(),
  lastState: z
    .looseObject({
      terminated: z.looseObject({ exitCode: z.number().optional(), reason: z.string().optional() }).optional(),
    })
    .optional(),
});
const pod = z.looseObject({
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
  spec: z.looseObject({ nodeName: z.string().optional() }).optional(),
  status: z
    .looseObject({
      phase: z.string().optional(),
      containerStatuses: z.array(containerStatus).optional(),
      conditions: z
        .array(
          z.looseObject({
            type: z.string(),
            status: z.string(),
            reason: z.string().optional(),
            message: z.string().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});
export type Pod = z.infer<typeof pod>;

/** Why agents are not ready, a sentence per pod, at most three. Pods that are ready are not mentioned. */
export async function findPodTroubles(api: ApiServer, signal?: AbortSignal): Promise<string[]> {
  const path = `/api/v1/namespaces/${agentNamespace}/pods`;
  const selector = `${labels.partOf}=${managedByValue}`;
  const pods = await listAll(api, { path, what: 'list the agents’ pods', selector }, signal);
  return pods.flatMap((item) => troubleOf(pod.parse(item)) ?? []).slice(0, 3);
}

export interface RunningContainer {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly node: string;
}

/** Every container that runs now, in the whole cluster. Large clusters: 500 pods a call. */
export async function listRunningContainers(api: ApiServer, signal?: AbortSignal): Promise<RunningContainer[]> {
  const query = { path: '/api/v1/pods', what: 'list pods', fieldSelector: 'status.phase=Running' };
  const pods = await listAll(api, query, signal);
  return pods.flatMap((item) => {
    const { metadata, spec, status } = pod.parse(item);
    return (status?.containerStatuses ?? [])
      .filter(({ state }) => state?.running !== undefined)
      .map(({ name }) => ({
        namespace: metadata.namespace ?? '',
        pod: metadata.name,
        container: name,
        node: spec?.nodeName ?? '',
      }));
  });
}

/** One pod's trouble as a sentence, or undefined where it is ready. */
export function troubleOf({ metadata, status }: Pod): string | undefined {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  if (ready?.status === 'True') return undefined;
  const unscheduled = status?.conditions?.find(({ type, status: met }) => type === 'PodScheduled' && met === 'False');
  if (unscheduled !== undefined) return `${metadata.name} found no node: ${shorten(unscheduled.message)}`;
  for (const container of status?.containerStatuses ?? []) {
    const wait = container.state?.waiting;
    if (wait?.reason === 'ContainerCreating' || wait?.reason === 'PodInitializing') continue;
    const ended = container.lastState?.terminated;
    if (wait !== undefined) {
      const cause =
        ended === undefined ? wait.message : `it ended with ${ended.reason ?? 'code'} ${ended.exitCode ?? ''}`;
      return `${metadata.name}: ${wait.reason ?? 'waiting'}, ${shorten(cause)}`;
    }
    if (container.state?.running !== undefined && container.ready !== true) {
      return `${metadata.name} runs and is not ready yet (${container.restartCount ?? 0} restarts)`;
    }
  }
  return `${metadata.name} is ${status?.phase?.toLowerCase() ?? 'being made'}`;
}

function shorten(text: string | undefined): string {
  const line = (text ?? 'no reason given').trim().replace(/\s+/g, ' ');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
