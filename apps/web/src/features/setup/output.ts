import { z } from 'zod';

export const setupItemKeys = ['seed', 'cluster', 'monitoring', 'logging', 'first_line', 'member'] as const;

const item = z.object({
  key: z.enum(setupItemKeys),
  done: z.boolean(),
  message: z.string().describe('What was found, or what is missing.'),
});

/** A part of the embedded default that is being built or started. */
const progressStep = z.object({
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  message: z.string(),
  seconds: z.number().nullable(),
});
export type ProgressStep = z.infer<typeof progressStep>;

export const progressFile = z.object({ steps: z.array(progressStep) });

export const setupStatus = z
  .object({
    items: z.array(item),
    finished: z.boolean(),
    /** The first line that was received, as it was written. */
    firstLine: z
      .object({ text: z.string(), at: z.iso.datetime(), cluster: z.string(), namespace: z.string(), pod: z.string() })
      .nullable(),
    clusterId: z.uuid().nullable(),
    projectSlug: z.string().nullable(),
    progress: z.array(progressStep),
  })
  .meta({ id: 'SetupStatus' });
export type SetupStatus = z.infer<typeof setupStatus>;
