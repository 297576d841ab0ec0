import { expect, test } from 'vitest';
import { startKeepingPositions } from './log-positions.ts';

test('Kubernetes finds nothing to replace in the start script', () => {
  const script = startKeepingPositions({ busybox: '/tools/busybox', storage: '/var/lib/alloy', port: 12345 });
  expect(script).not.toMatch(/\$[$(]/);
});
