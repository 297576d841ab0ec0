import { slug } from '@oriel/domain/names';
import { z } from 'zod';

/** Other people's words are looked for, so nearly anything may be asked; control characters stand in none of them. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u, 'Leave out control characters.');

const filter = {
  actor: words.optional().describe('Part of the e-mail address of whoever acted.'),
  action: words.optional().describe('The action, `policy.set`, or how it begins, `policy`.'),
  target: words.optional().describe('Kind or id of what was acted on: `cluster`.'),
  address: words.optional().describe('Address of the client, or how it begins.'),
  from: z.iso.datetime({ offset: true }).optional().describe('The earliest moment.'),
  to: z.iso.datetime({ offset: true }).optional().describe('The first moment that is left out.'),
};

const page = {
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .describe('`nextCursor` of the page before.'),
  limit: z.int().min(1).max(200).default(50),
};

const format = z.enum(['jsonl', 'csv']).default('jsonl').describe('JSON objects, one a line, or CSV (RFC 4180).');
const ofProject = { project: slug };
const anyProject = { project: slug.optional().describe('Of one project only.') };

export const auditFilter = z.object(filter);
export type AuditFilter = z.output<typeof auditFilter>;

export const listAuditInput = z.object({ ...ofProject, ...filter, ...page });
export const listAllAuditInput = z.object({ ...anyProject, ...filter, ...page }).default({ limit: 50 });
export const exportAuditInput = z.object({ ...ofProject, ...filter, format });
export const exportAllAuditInput = z.object({ ...anyProject, ...filter, format }).default({ format: 'jsonl' });

export const verifyAuditInput = z
  .object({
    anchor: z
      .string()
      .regex(/^[1-9]\d{0,17}:[0-9a-f]{64}$/, 'An anchor has the form <place>:<64 hexadecimal digits>.')
      .optional()
      .describe('`head` of an earlier answer: everything up to it must still be there, unchanged.'),
  })
  .default({});
