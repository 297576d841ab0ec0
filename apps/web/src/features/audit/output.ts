import { z } from 'zod';

const credential = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session') }),
  z.object({ kind: z.literal('token'), id: z.string(), name: z.string() }),
]);

export const auditEntry = z
  .object({
    id: z.string().describe('Decimal digits.'),
    position: z.string().nullable().describe('Place in the chain, from 1.'),
    hash: z.string().nullable().describe('Hexadecimal SHA-256 of the chain up to this entry.'),
    at: z.iso.datetime(),
    actor: z.string().describe('E-mail address; `oriel` is the platform itself.'),
    actorId: z.string().nullable(),
    credential: credential.nullable().describe('With what they acted; null where nobody was signed in.'),
    action: z.string(),
    projectId: z.string().nullable().describe('Null for what concerns the platform.'),
    project: z.string().nullable().describe('Its slug; null where it is gone.'),
    targetType: z.string(),
    targetId: z.string(),
    targetName: z.string().nullable().describe('What a cluster, project or seed is called now; null otherwise.'),
    before: z.unknown(),
    after: z.unknown(),
    address: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
/** JSON leaves out what is undefined. */
export type AuditEntryView = Omit<z.infer<typeof auditEntry>, 'before' | 'after'> & {
  readonly before?: unknown;
  readonly after?: unknown;
};

export const auditPage = z
  .object({ items: z.array(auditEntry).describe('The newest first.'), nextCursor: z.string().nullable() })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof auditPage>;

export const auditVerification = z
  .object({
    entries: z.int().describe('How many were read.'),
    complete: z.boolean().describe('False where the trail is longer than one answer reads.'),
    head: z.string().nullable().describe('The anchor of the last entry that was read; null for an empty trail.'),
    problems: z.array(z.object({ kind: z.string(), message: z.string() })).describe('None: the trail is whole.'),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerification = z.infer<typeof auditVerification>;
