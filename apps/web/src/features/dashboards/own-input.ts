import { longestDashboardTitle } from '@oriel/domain/dashboard-model';
import { slug } from '@oriel/domain/names';
import { z } from 'zod';

const uid = z
  .string()
  .regex(/^op-[A-Za-z0-9_-]{1,37}$/, 'must be the uid of a dashboard of the project: op-…')
  .describe('As the list gives it; also its uid in Grafana.');
const title = z.string().max(longestDashboardTitle).optional().describe('Left out: the one in the model.');
const model = z
  .record(z.string(), z.unknown())
  .describe('The dashboard as Grafana shows it under "JSON Model", at most 1 MB.');

export const ownDashboardsInput = z.object({ project: slug });
export const ownDashboardInput = z.object({ project: slug, uid });
export const createDashboardInput = z.object({ project: slug, title, model });
export const updateDashboardInput = z.object({
  project: slug,
  uid,
  title,
  model,
  version: z.int().min(1).describe('The one that was read: where somebody changed it since, nothing is written.'),
});
