import { setPriority } from 'node:os';

/**
 * Before whoever computes on the same machine: a query of a store may take seconds, what the gateway does for a request
 * takes microseconds, and everybody's requests come through it. For the calling thread, the one that answers.
 *
 * @returns whether it was allowed; only root, or who has CAP_SYS_NICE, may.
 */
export function goFirst(): boolean {
  try {
    setPriority(-10);
    return true;
  } catch {
    return false;
  }
}
