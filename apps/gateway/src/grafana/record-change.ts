import type { ServerResponse } from 'node:http';
import { appendAudit } from '@oriel/db/audit';
import type { Db } from '@oriel/db/client';
import type { GrafanaOrganization } from '@oriel/db/grafana-organizations';
import type { Principal } from '@oriel/domain/permissions';
import { z } from 'zod';

export interface GrafanaChange {
  readonly method: string;
  /** Without query string, as the list of calls lets it through. */
  readonly path: string;
  readonly body: Buffer | null;
  readonly principal: Principal;
  readonly project: GrafanaOrganization['project'];
}

/** Calls back once Grafana has answered that it did what was asked, and the answer is on its way: nobody waits for it. */
export function onceDone(response: ServerResponse, note: () => void): void {
  response.once('close', () => {
    if (response.headersSent && response.statusCode >= 200 && response.statusCode < 300) note();
  });
}

/** Grafana keeps what was changed; the trail keeps who changed it, and what it was called. */
export async function recordChange(db: Db, change: GrafanaChange): Promise<void> {
  const { method, path, principal, project } = change;
  const { kind, uid, title } = describeChange(change);
  await db.$transaction((tx) =>
    appendAudit(tx, {
      actor: { userId: principal.userId, email: principal.email, credential: 'session' },
      action: 'grafana.change',
      projectId: project === 'all' ? undefined : project.id,
      targetType: kind,
      targetId: uid ?? 'new',
      after: { method, path, ...(title === undefined ? {} : { title }) },
    }),
  );
}

const kinds = [
  ['dashboard', /^\/api\/dashboards\/(?:(?:uid|id)\/([^/]+))?/],
  ['dashboard', /^\/apis\/.+\/dashboards(?:\/([^/]+))?$/],
  ['folder', /^\/api\/folders\/?([^/]+)?/],
  ['folder', /^\/apis\/.+\/folders(?:\/([^/]+))?$/],
  ['library_panel', /^\/api\/library-elements\/?([^/]+)?/],
  ['library_panel', /^\/apis\/.+\/librarypanels(?:\/([^/]+))?$/],
  ['annotation', /^\/api\/annotations\/?([^/]+)?/],
] as const;

const name = z.string().min(1).max(300).optional().catch(undefined);
const object = z.object({ uid: name, title: name, name }).partial().optional().catch(undefined);
const sent = z
  .object({ ...{ uid: name, title: name, name }, dashboard: object, spec: object, metadata: object })
  .partial()
  .catch({});

/** What a change is about: by its path, else by what was sent; Grafana chooses the uid of what is new. */
export function describeChange({ path, body }: Pick<GrafanaChange, 'path' | 'body'>): {
  readonly kind: string;
  readonly uid: string | undefined;
  readonly title: string | undefined;
} {
  const { dashboard, spec, metadata, ...top } = sent.parse(parse(body));
  const title = dashboard?.title ?? spec?.title ?? top.title ?? top.name;
  for (const [kind, pattern] of kinds) {
    const match = pattern.exec(path);
    if (match !== null) return { kind, uid: match[1] ?? dashboard?.uid ?? metadata?.name ?? top.uid, title };
  }
  return { kind: 'grafana', uid: undefined, title };
}

function parse(body: Buffer | null): unknown {
  try {
    return JSON.parse(body?.toString('utf8') ?? '{}');
  } catch {
    return {};
  }
}
