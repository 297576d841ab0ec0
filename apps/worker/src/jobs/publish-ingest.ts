import type { JobPayload } from '@oriel/domain/jobs';
import type { WorkerContext } from '../context.ts';
import { publishSeed } from '../ingest/publish.ts';

export async function publishIngestJob(ctx: WorkerContext, { seedId }: JobPayload<'publish_ingest'>): Promise<void> {
  await publishSeed(ctx, seedId);
}
