import { email, password } from '@oriel/domain/names';
import { z } from 'zod';

export const signInInput = z.object({
  email,
  /** Only bounded: whether it is right is not the form's to say. */
  password: z.string().min(1, 'Enter your password.').max(256, 'Use at most 256 characters.'),
});

/** The last part of `/welcome/<token>`. */
const oneTimeToken = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/, 'This link is not complete. Copy the whole of it.');

export const welcomeInput = z.object({ token: oneTimeToken });
export const acceptWelcomeInput = z.object({ token: oneTimeToken, password });
