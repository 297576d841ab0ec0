import { z } from 'zod';

export const auditPage = z
  .object({
    /** The newest first. */
    items: z.array(
      z.object({
        id: z.string().describe('Decimal digits.'),
        at: z.iso.datetime(),
        actor: z.string(),
        action: z.string(),
        targetType: z.string(),
        targetId: z.string(),
        before: z.unknown(),
        after: z.unknown(),
        address: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof auditPage>;
