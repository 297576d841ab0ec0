import type { uids } from '../uids.ts';

/** In the order in which one drills down. */
export const siblings: readonly (keyof typeof uids)[] = ['clusters', 'namespaces', 'pods', 'nodes', 'logs', 'pipeline'];
