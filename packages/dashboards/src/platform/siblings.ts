import type { uids } from '../uids.ts';

export const siblings: readonly (keyof typeof uids)[] = ['fleet', 'seeds', 'loki', 'mimir', 'clusters', 'pipeline'];
