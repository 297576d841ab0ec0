import { ensurePart } from '../parts/ensure.ts';
import { exec } from './exec.ts';
import type { RunningCluster } from './types.ts';

/** Runs kubectl as the cluster's administrator and gives what it prints. @throws with its message. */
export async function kubectl(
  cluster: Pick<RunningCluster, 'kubeconfigPath'>,
  args: readonly string[],
  input?: string,
): Promise<string> {
  const program = await ensurePart('kubectl');
  return exec(program, [`--kubeconfig=${cluster.kubeconfigPath}`, ...args], {
    timeoutMs: 180_000,
    ...(input !== undefined && { input }),
  });
}
