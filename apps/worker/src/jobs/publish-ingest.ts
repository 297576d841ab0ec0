import { OrielError } from '@oriel/domain/errors';
import type { JobPayload } from '@oriel/domain/jobs';
import type { WorkerContext } from '../context.ts';
import { publishSeed } from '../ingest/publish.ts';

/** A gateway whose folder is not there yet is no failure of this job: the sweep comes by every minute. */
export async function publishIngestJob(ctx: WorkerContext, { seedId }: JobPayload<'publish_ingest'>): Promise<void> {
  try {
    await publishSeed(ctx, seedId);
  } catch (error) {
    if (!(error instanceof OrielError)) throw error;
    ctx.log.warn({ seedId }, error.message);
  }
}
