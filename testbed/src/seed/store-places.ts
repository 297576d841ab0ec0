import { availableParallelism } from 'node:os';

/**
 * Queries that a store of the embedded seed answers side by side without getting slow: it shares the machine's
 * processors with everything else.
 */
export function storePlaces(): number {
  return availableParallelism();
}
