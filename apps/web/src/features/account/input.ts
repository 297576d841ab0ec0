import { password } from '@oriel/domain/names';
import { z } from 'zod';

export const changePasswordInput = z.object({
  current: z.string().min(1, 'Enter your present password.').max(256, 'Use at most 256 characters.'),
  next: password,
});

export const revokeSessionInput = z.object({ sessionId: z.uuid() });
