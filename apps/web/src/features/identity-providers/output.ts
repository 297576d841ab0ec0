import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';

export const provider = z.object({
  id: z.string(),
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  scopes: z.array(z.string()),
  groupsClaim: z.string(),
  adminGroups: z.array(z.string()),
  trustsEmail: z.boolean(),
  enabled: z.boolean(),
  createdAt: z.iso.datetime(),
  /** To be entered at the provider. */
  callbackUrl: z.string(),
  /** How many people have signed in with it or connected it. */
  people: z.number().int(),
  /** Roles that its groups have in projects. */
  bindings: z.array(z.object({ group: z.string(), project: z.string(), role: z.enum(projectRoles) })),
});
export type ProviderRow = z.infer<typeof provider>;

export const providerList = z.object({ providers: z.array(provider) });

/** Sessions that ended with a change. */
export const changedProvider = z.object({ provider, endedSessions: z.number().int() });
export const deletedProvider = z.object({ endedSessions: z.number().int() });

export const providerTest = z.object({
  ok: z.boolean(),
  /** One sentence each: what was found, and what is missing. */
  findings: z.array(z.object({ status: z.enum(['ok', 'warn', 'error']), text: z.string() })),
});
export type ProviderTest = z.infer<typeof providerTest>;

/** One that people may sign in with. */
export const offeredProvider = z.object({ id: z.string(), name: z.string() });
export type OfferedProvider = z.infer<typeof offeredProvider>;

export const connections = z.object({
  /** Without a password, the last connection cannot be removed. */
  hasPassword: z.boolean(),
  connected: z.array(
    z.object({ providerId: z.string(), name: z.string(), enabled: z.boolean(), lastSignedInAt: z.iso.datetime() }),
  ),
  /** Enabled, and not connected yet. */
  available: z.array(offeredProvider),
});
export type Connections = z.infer<typeof connections>;
