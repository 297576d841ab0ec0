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
    current: z.boolean().describe('The session this answer was asked with.'),
  })
  .meta({ id: 'Session' });
export type SessionRow = z.infer<typeof sessionRow>;

export const sessions = z.object({ sessions: z.array(sessionRow) }).meta({ id: 'SessionList' });

export const passwordChanged = z.object({ endedSessions: z.number() }).meta({ id: 'PasswordChanged' });
