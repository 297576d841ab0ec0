import { type ManagedProcess, type ProcessSpec, startProcess } from '../process/managed-process.ts';

/**
 * Starts a program that cannot outlive this process: killed without a chance to clean up, the
 * supervisor takes etcd, the API server and every node with it, and the next start finds its ports free.
 */
export function startBound(spec: ProcessSpec): Promise<ManagedProcess> {
  return startProcess({
    ...spec,
    command: 'setpriv',
    args: ['--pdeathsig', 'KILL', '--', spec.command, ...(spec.args ?? [])],
  });
}

/** Enters the mounts, network, host name and process ids of a node. */
export function nodeCommand(initPid: number, command: string, args: readonly string[]): string[] {
  return ['nsenter', `--target=${initPid}`, '--mount', '--uts', '--net', '--pid', '--', command, ...args];
}

/**
 * Starts a program inside a node. The process that is managed is nsenter, which waits for the
 * program but passes no signal on: the program asks to be told when it loses its parent.
 */
export function startInNode(initPid: number, spec: ProcessSpec): Promise<ManagedProcess> {
  const inner = ['--pdeathsig', 'TERM', '--', spec.command, ...(spec.args ?? [])];
  const [command = 'nsenter', ...args] = nodeCommand(initPid, 'setpriv', inner);
  return startBound({ ...spec, command, args });
}
