import { expect, it } from 'vitest';
import { readyCondition } from './node-ready.ts';

const node = (status: string, lastHeartbeatTime: string) =>
  JSON.stringify({ status: { conditions: [{ type: 'Ready', status, lastHeartbeatTime }] } });

it('does not believe what a kubelet said before it was killed', () => {
  const since = new Date('2026-05-01T10:00:00.700Z');
  expect(readyCondition(node('True', '2026-05-01T09:59:58Z'), since)).toBeUndefined();
  expect(readyCondition(node('True', '2026-05-01T10:00:00Z'), since)?.status).toBe('True');
});

it('knows nothing of a node without conditions', () => {
  expect(readyCondition('{"status":{}}', new Date())).toBeUndefined();
});
