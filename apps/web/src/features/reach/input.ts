import { id, slug } from '@oriel/domain/names';
import { z } from 'zod';

const clusters = z.union(
  [
    z.literal('all'),
    z.array(id).min(1, 'Choose at least one cluster, or all.').max(200, 'Choose at most 200 clusters.'),
  ],
  {
    error: 'Use "all", or a list of clusters by their ids.',
  },
);
const namespaces = z.union(
  [
    z.literal('all'),
    z.array(slug).min(1, 'Name at least one namespace, or all.').max(100, 'Name at most 100 namespaces.'),
  ],
  {
    error: 'Use "all", or a list of names.',
  },
);

/** What part of a project a role or a token is for. Both must cover something for it to be reached. */
export const reachInput = z.object({ clusters: clusters.default('all'), namespaces: namespaces.default('all') });
export type ReachInput = z.output<typeof reachInput>;

/** Absent: left as it is. */
export const reachChange = z.object({ clusters: clusters.optional(), namespaces: namespaces.optional() });
