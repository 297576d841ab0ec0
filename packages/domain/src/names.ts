import { z } from 'zod';

/** DNS label (RFC 1123): also what Loki, Mimir and a label value take without escaping. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
    'Use 1 to 63 lower-case letters, digits and "-", starting and ending with a letter or digit.',
  );

export const email = z.string().trim().toLowerCase().pipe(z.email('Enter an e-mail address, like anna@example.com.'));

export const displayName = z.string().trim().min(1, 'Enter a name.').max(120, 'Use at most 120 characters.');

/** At least 12 characters (NIST SP 800-63B: length, no composition rules); at most 256 so that hashing stays bounded. */
export const password = z.string().min(12, 'Use at least 12 characters.').max(256, 'Use at most 256 characters.');

export const id = z.uuid();
