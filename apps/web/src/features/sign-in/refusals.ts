import { z } from 'zod';

/**
 * Why a sign-in by an identity provider came to nothing: all that an address of ours ever carries about it. What they
 * say to people stands in refusal-words.ts.
 */
export const refusals = [
  /** The same code, and so the same words, as a wrong password. */
  'CredentialsSignin',
  'Unavailable',
  'Limited',
  'UnknownProvider',
  'ProviderAway',
  'ProviderFault',
  'Denied',
  'Expired',
  'NotVerified',
  'NoSubject',
  'NoEmail',
  'EmailUnverified',
  'NoGroups',
  'EmptyGroups',
  'TooManyGroups',
  'EmailTaken',
  'NotSignedIn',
  'IdentityTaken',
  'OtherIdentity',
  'OtherEmail',
] as const;

export const refusal = z.enum(refusals);
export type Refusal = z.infer<typeof refusal>;
