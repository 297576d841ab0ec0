import { expect, test } from 'vitest';
import { type Pod, troubleOf } from './pods.ts';

const pod = (status: Pod['status']): Pod => ({ metadata: { name: 'oriel-agent-logs-x' }, status });

test.each<[string, Pod['status'], string | undefined]>([
  ['ready', { conditions: [{ type: 'Ready', status: 'True' }] }, undefined],
  [
    'no node',
    {
      phase: 'Pending',
      conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes: insufficient memory' }],
    },
    'oriel-agent-logs-x found no node: 0/3 nodes: insufficient memory',
  ],
  [
    'image',
    {
      containerStatuses: [
        { name: 'alloy', state: { waiting: { reason: 'ImagePullBackOff', message: 'Back-off pulling\n image' } } },
      ],
    },
    'oriel-agent-logs-x: ImagePullBackOff, Back-off pulling image',
  ],
  [
    'crash',
    {
      containerStatuses: [
        {
          name: 'alloy',
          state: { waiting: { reason: 'CrashLoopBackOff' } },
          lastState: { terminated: { reason: 'Error', exitCode: 1 } },
        },
      ],
    },
    'oriel-agent-logs-x: CrashLoopBackOff, it ended with Error 1',
  ],
  [
    'not ready yet',
    { containerStatuses: [{ name: 'alloy', ready: false, restartCount: 2, state: { running: {} } }] },
    'oriel-agent-logs-x runs and is not ready yet (2 restarts)',
  ],
  [
    'starting',
    { phase: 'Pending', containerStatuses: [{ name: 'alloy', state: { waiting: { reason: 'ContainerCreating' } } }] },
    'oriel-agent-logs-x is pending',
  ],
  ['nothing known', undefined, 'oriel-agent-logs-x is being made'],
])('%s', (_, status, sentence) => {
  expect(troubleOf(pod(status))).toBe(sentence);
});
