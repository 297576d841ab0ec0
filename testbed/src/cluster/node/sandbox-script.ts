import { insideNode, type NodePaths } from '../paths.ts';

/**
 * Kernel settings that a kubelet insists on and sets by itself. They are the whole machine's, so
 * inside the node files with the wanted values lie over them: kubelet is content, the host keeps its own.
 */
const wantedSettings = {
  'vm/overcommit_memory': 1,
  'vm/panic_on_oom': 0,
  'kernel/panic': 10,
  'kernel/panic_on_oops': 1,
  'kernel/keys/root_maxkeys': 1_000_000,
  'kernel/keys/root_maxbytes': 25_000_000,
} as const;

/**
 * First program of a node, run in fresh mount, network, process and host name namespaces. `/run`,
 * `/var/log` and `/var/lib` become the node's own; everything else is the host's.
 */
export function sandboxScript(nodeName: string, paths: NodePaths, init: string): string {
  // On disk, not on the tmpfs: cAdvisor would report each of them as a file system of its own.
  const settings = `${insideNode}/settings`;
  const setting = ([name, value]: [string, number], index: number) => [
    `echo ${value} > ${settings}/${index}`,
    `[ ! -e /proc/sys/${name} ] || mount --bind ${settings}/${index} /proc/sys/${name}`,
  ];
  return [
    'set -eu',
    // Still the host's /proc: what it says is the id by which the host knows this process.
    'read -r pid rest < /proc/self/stat',
    `echo "$pid" > ${quote(paths.initPid)}`,
    `echo ${nodeName} > /proc/sys/kernel/hostname`,
    'mount -t proc proc /proc',
    // Containers and volumes mounted later must be seen by whoever asks for it; nothing goes back to the host.
    'mount --make-rshared /',
    'mount -t tmpfs -o mode=755 oriel-run /run',
    `mkdir -p ${insideNode} /run/lock`,
    `mount --bind ${quote(paths.root)} ${insideNode}`,
    `mkdir -p ${settings}`,
    `mount --bind ${insideNode}/var-log /var/log`,
    `mount --bind ${insideNode}/var-lib /var/lib`,
    ...Object.entries(wantedSettings).flatMap(setting),
    `touch ${insideNode}/ready`,
    `exec ${quote(init)}`,
    '',
  ].join('\n');
}

/** One word for the shell, whatever is in it. */
export const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
