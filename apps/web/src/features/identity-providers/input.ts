import { displayName, slug } from '@oriel/domain/names';
import { z } from 'zod';
import { issuer } from './issuer.ts';

const lasting = 'Groups are heard of at a sign-in and count for 7 days after it, in sessions and tokens alike.';

/** What next-auth calls signing in by e-mail and password; its address must not become a provider's. */
export const credentialsId = 'credentials';

const providerId = slug.refine((value) => value !== credentialsId, 'This name is Oriel’s own. Choose another.');
const visible = /^[\x21-\x7e]+$/;
const clientId = z.string().trim().min(1, 'Enter the client id.').max(256, 'Use at most 256 characters.');
const clientSecret = z.string().min(1, 'Enter the client secret.').max(1024, 'Use at most 1,024 characters.');
const scope = z.string().max(256).regex(visible, 'A scope has no spaces.');
const scopes = z.array(scope).max(20, 'Use at most 20 scopes.');
const groupsClaim = z
  .string()
  .trim()
  .min(1, 'Enter the claim that lists groups.')
  .max(256, 'Use at most 256 characters.');
const group = z.string().min(1).max(256, 'A group has at most 256 characters.');
const adminGroups = z
  .array(group)
  .max(100, 'Use at most 100 groups.')
  .describe(`Their members are platform administrators. ${lasting}`);
const trustsEmail = z
  .boolean()
  .describe(
    'Take its addresses for verified where it leaves out the claim `email_verified`, as Microsoft Entra ID does. Only ' +
      'where nobody can choose their own address there: who first signs in with an address gets what is given to it.',
  );

export const createProviderInput = z.object({
  /** Part of the callback's address; stays as it is. */
  id: providerId,
  /** On the sign-in button. */
  name: displayName,
  issuer,
  clientId,
  clientSecret,
  /** Beside `openid`. */
  scopes: scopes.default(['profile', 'email']),
  /** A sign-in without it is refused. */
  groupsClaim: groupsClaim.default('groups'),
  adminGroups: adminGroups.default([]),
  trustsEmail: trustsEmail.default(false),
  enabled: z.boolean().default(true),
});

/** What is left out stays. The issuer cannot change: subjects of another one are other people. */
export const updateProviderInput = z.object({
  id: slug,
  name: displayName.optional(),
  clientId: clientId.optional(),
  clientSecret: clientSecret.optional(),
  scopes: scopes.optional(),
  groupsClaim: groupsClaim.optional(),
  adminGroups: adminGroups.optional(),
  trustsEmail: trustsEmail.optional(),
  enabled: z.boolean().optional(),
});

export const deleteProviderInput = z.object({ id: slug, confirmName: z.string() });

export const testProviderInput = z.object({ issuer });

export const disconnectInput = z.object({ providerId: slug });
