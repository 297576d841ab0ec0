import { z } from 'zod';
import { pageCursor } from '../page-cursor.ts';

export const grafanaStatusInput = z.object({
  search: z.string().trim().max(120).optional().describe('Part of the name of an organization.'),
  state: z.enum(['in_step', 'pending', 'failed']).optional(),
  cursor: pageCursor.optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const syncAgainInput = z.object({
  organizationId: z.uuid().optional().describe('Left out: all of them.'),
});
