import { forgetCredentials } from '@oriel/db/forget-credentials';
import type { WorkerContext } from '../context.ts';

/** Run by the clock. What is left where it was stopped, the next run takes. */
export async function forgetCredentialsJob(ctx: WorkerContext, signal: AbortSignal): Promise<void> {
  const { sessions, tokens, links } = await forgetCredentials(ctx.db, { signal });
  if (sessions + tokens + links > 0) ctx.log.info({ sessions, tokens, links }, 'credentials of the past forgotten');
}
