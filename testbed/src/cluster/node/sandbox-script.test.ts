import { expect, it } from 'vitest';
import { clusterPaths, nodePaths } from '../paths.ts';
import { quote, sandboxScript } from './sandbox-script.ts';

it('gives the node its own /run, /var/log and /var/lib, and hands over to the init program', () => {
  const script = sandboxScript('demo-1', nodePaths(clusterPaths("/it's home", 'demo'), 0), '/cache/pause');
  expect(script).toMatchInlineSnapshot(`
    "set -eu
    read -r pid rest < /proc/self/stat
    echo "$pid" > '/it'\\''s home/cluster/demo/node-1/init.pid'
    echo demo-1 > /proc/sys/kernel/hostname
    mount -t proc proc /proc
    mount --make-rshared /
    mount -t tmpfs -o mode=755 oriel-run /run
    mkdir -p /run/oriel /run/lock
    mount --bind '/it'\\''s home/cluster/demo/node-1' /run/oriel
    mkdir -p /run/oriel/settings
    mount --bind /run/oriel/var-log /var/log
    mount --bind /run/oriel/var-lib /var/lib
    echo 1 > /run/oriel/settings/0
    [ ! -e /proc/sys/vm/overcommit_memory ] || mount --bind /run/oriel/settings/0 /proc/sys/vm/overcommit_memory
    echo 0 > /run/oriel/settings/1
    [ ! -e /proc/sys/vm/panic_on_oom ] || mount --bind /run/oriel/settings/1 /proc/sys/vm/panic_on_oom
    echo 10 > /run/oriel/settings/2
    [ ! -e /proc/sys/kernel/panic ] || mount --bind /run/oriel/settings/2 /proc/sys/kernel/panic
    echo 1 > /run/oriel/settings/3
    [ ! -e /proc/sys/kernel/panic_on_oops ] || mount --bind /run/oriel/settings/3 /proc/sys/kernel/panic_on_oops
    echo 1000000 > /run/oriel/settings/4
    [ ! -e /proc/sys/kernel/keys/root_maxkeys ] || mount --bind /run/oriel/settings/4 /proc/sys/kernel/keys/root_maxkeys
    echo 25000000 > /run/oriel/settings/5
    [ ! -e /proc/sys/kernel/keys/root_maxbytes ] || mount --bind /run/oriel/settings/5 /proc/sys/kernel/keys/root_maxbytes
    touch /run/oriel/ready
    exec '/cache/pause'
    "
  `);
});

it('quotes for the shell', () => {
  expect(quote("a'b c")).toBe(`'a'\\''b c'`);
});
