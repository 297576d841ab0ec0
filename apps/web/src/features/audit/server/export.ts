import { type ExportedEntry, exportAudit } from '@oriel/db/audit-export';
import type { Db, Prisma } from '@oriel/db/client';
import { OrielError } from '@oriel/domain/errors';
import type { Download } from '@/rest/download.ts';
import { csvLine } from './csv.ts';

const columns = [
  'position',
  'hash',
  'id',
  'at',
  'actorId',
  'actor',
  'credential',
  'action',
  'projectId',
  'targetType',
  'targetId',
  'before',
  'after',
  'address',
] as const satisfies readonly (keyof ExportedEntry)[];

export interface AuditExport {
  readonly format: 'jsonl' | 'csv';
  readonly where: Prisma.AuditEntryWhereInput;
  /** Asked again while it runs: whoever loses the right gets no more of it. */
  readonly stillAllowed: () => Promise<boolean>;
}

/** Everything that fits, the oldest first, as a file that is made while it is sent. */
export function exportedAudit(db: Db, { format, where, stillAllowed }: AuditExport): Download {
  const day = new Date().toISOString().slice(0, 10);
  return {
    contentType: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/x-ndjson',
    fileName: `oriel-audit-${day}.${format}`,
    chunks: chunksOf(guarded(exportAudit(db, { where }), stillAllowed), format),
  };
}

const checkEvery = 1_000;
const chunkLength = 64 * 1024;

async function* guarded(
  entries: AsyncIterable<ExportedEntry>,
  stillAllowed: () => Promise<boolean>,
): AsyncGenerator<ExportedEntry> {
  let sent = 0;
  for await (const entry of entries) {
    sent++;
    // Not ended quietly: a file that is cut short must not look whole.
    if (sent % checkEvery === 0 && !(await stillAllowed())) {
      throw new OrielError('forbidden', 'You may no longer read this audit log.');
    }
    yield entry;
  }
}

async function* chunksOf(entries: AsyncIterable<ExportedEntry>, format: 'jsonl' | 'csv'): AsyncGenerator<string> {
  let chunk = format === 'csv' ? csvLine(columns) : '';
  for await (const entry of entries) {
    chunk += format === 'csv' ? csvLine(columns.map((column) => entry[column])) : `${JSON.stringify(entry)}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
