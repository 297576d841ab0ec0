import { z } from 'zod';

/** Whose link it is, for the form in which they choose a password. */
export const welcome = z.object({ email: z.string(), name: z.string(), expiresAt: z.iso.datetime() });
