import { z } from 'zod';
import { cleanUp } from './clean-up.ts';
import type { GrafanaContext } from './context.ts';
import { loadDesired, loadRow, type OrganizationRow } from './load-organization.ts';
import type { Put } from './observed.ts';
import { Outcomes } from './outcome.ts';
import { findPlace } from './place.ts';
import { endOrganization } from './remove-organization.ts';
import { report, reportFailure } from './report.ts';
import { syncContents } from './sync-contents.ts';
import { syncMembers } from './sync-members.ts';

/**
 * Brings one organization in step, or ends it with its project. What fails is written down with the time of the next
 * try, and thrown where Grafana itself is away.
 *
 * @param nextLookMs until the next look for changes that somebody made in Grafana.
 */
export async function syncOrganization(ctx: GrafanaContext, id: string, nextLookMs: number): Promise<void> {
  const row = await loadRow(ctx, id);
  if (row === null) return;
  try {
    if (row.removalWantedAt !== null) return await endOrganization(ctx, row);
    await bringInStep(ctx, row, nextLookMs);
  } catch (error) {
    await reportFailure(ctx, row, error);
    throw error;
  }
}

async function bringInStep(ctx: GrafanaContext, row: OrganizationRow, nextLookMs: number): Promise<void> {
  const desired = await loadDesired(ctx, row);
  // Deleted in this moment: its own notification follows.
  if (desired === undefined) return;
  const { orgId, name, isNew } = await findPlace(ctx, row);
  const outcomes = new Outcomes();
  await syncMembers(ctx.grafana, { orgId, desired: desired.members }, outcomes);
  const before = isNew ? {} : parsePut(row.fingerprint);
  const put = await syncContents({ grafana: ctx.grafana, orgId }, { desired, name, put: before }, outcomes);
  if (row.isGlobal) await cleanUp(ctx);
  await report(ctx, row, { put, outcomes: outcomes.all, hasFailed: outcomes.hasFailed, nextLookMs });
}

const putShape = z.record(z.string(), z.string());

/** What cannot be read counts as never put: it is written again. */
function parsePut(text: string | null): Put {
  try {
    return putShape.parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}
