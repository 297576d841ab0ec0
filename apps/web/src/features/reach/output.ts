import { z } from 'zod';

export const reach = z
  .object({
    clusters: z.union([
      z.literal('all'),
      z.array(
        z.object({
          id: z.uuid(),
          name: z.string().nullable().describe('Null: the cluster was deleted, and nothing is reached by it.'),
        }),
      ),
    ]),
    namespaces: z.union([z.literal('all'), z.array(z.string())]),
  })
  .meta({ id: 'Reach' });
export type ReachRow = z.infer<typeof reach>;
