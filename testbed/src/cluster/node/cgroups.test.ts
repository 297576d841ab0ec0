import { expect, it } from 'vitest';
import { cgroupMounts } from './cgroups.ts';

it('finds hierarchies of both versions and nothing else', () => {
  const mounts = [
    'tmpfs /sys/fs/cgroup tmpfs rw 0 0',
    'cgroup /sys/fs/cgroup/cpu cgroup rw,cpu 0 0',
    'cgroup2 /sys/fs/cgroup/unified cgroup2 rw 0 0',
    '',
  ].join('\n');
  expect(cgroupMounts(mounts)).toEqual([
    { path: '/sys/fs/cgroup/cpu', version: 1 },
    { path: '/sys/fs/cgroup/unified', version: 2 },
  ]);
});
