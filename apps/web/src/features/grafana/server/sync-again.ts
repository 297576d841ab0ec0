import { appendAudit } from '@oriel/db/audit';
import { OrielError } from '@oriel/domain/errors';
import type { ServiceContext } from '@/features/service-context.ts';

/** Has the worker look again at once, at one organization or at all of them, whatever it waits for. */
export async function syncAgain(
  { db, actor }: ServiceContext,
  { organizationId }: { readonly organizationId?: string | undefined },
): Promise<{ organizations: number }> {
  return db.$transaction(async (tx) => {
    const where = organizationId === undefined ? {} : { id: organizationId };
    const rows = await tx.grafanaOrganization.findMany({ where, select: { id: true, projectId: true } });
    const [first] = rows;
    if (first === undefined) {
      throw new OrielError('not_found', 'There is no such organization any more. Reload the list.');
    }
    const ids = rows.map(({ id }) => id);
    // First of all: it takes the lock under which rows of several organizations are written.
    await tx.$executeRaw`SELECT grafana_raise(${ids}::uuid[])`;
    await tx.grafanaOrganization.updateMany({ where, data: { retryAt: null } });
    await appendAudit(tx, {
      actor,
      action: 'grafana.sync_again',
      projectId: organizationId === undefined ? undefined : (first.projectId ?? undefined),
      targetType: 'grafana',
      targetId: organizationId ?? 'all',
      after: { organizations: rows.length },
    });
    return { organizations: rows.length };
  });
}
