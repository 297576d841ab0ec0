import { z } from 'zod';

const instant = z.iso.datetime();

export const sessionRow = z
  .object({
    id: z.uuid(),
    createdAt: instant,
    lastSeenAt: instant,
    expiresAt: instant,
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    provider: z.string().nullable().describe('Identity provider it was begun through; null: by password or link.'),
    current: z.boolean().describe('The session this answer was asked with.'),
  })
  .meta({ id: 'Session' });
export type SessionRow = z.infer<typeof sessionRow>;

export const sessions = z.object({ sessions: z.array(sessionRow) }).meta({ id: 'SessionList' });

export const endedSessions = z
  .object({ endedSessions: z.number().int().describe('How many other sessions ended.') })
  .meta({ id: 'EndedSessions' });
