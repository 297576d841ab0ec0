import type { Queryable } from './client.ts';

/** An organization in Grafana as the gateway must know it: whose it is, and what its data sources show. */
export interface GrafanaOrganization {
  readonly id: string;
  readonly name: string;
  /** Grafana's own number; null until the worker has made it. */
  readonly orgId: number | null;
  /** SHA-256 of its data sources' secret. */
  readonly secretHash: Uint8Array | null;
  /** Of one project, or of all of them. */
  readonly project: { readonly id: string; readonly slug: string } | 'all';
}

export type GrafanaOrganizationRef = { readonly id: string } | { readonly orgId: number };

/** Undefined where there is none, where its project is gone, and where it is about to go. */
export async function findGrafanaOrganization(
  db: Queryable,
  ref: GrafanaOrganizationRef,
): Promise<GrafanaOrganization | undefined> {
  const row = await db.grafanaOrganization.findFirst({
    where: { ...ref, removalWantedAt: null },
    select: { id: true, name: true, orgId: true, secretHash: true, projectId: true, isGlobal: true },
  });
  if (row === null) return undefined;
  const { projectId, isGlobal, ...organization } = row;
  if (isGlobal) return { ...organization, project: 'all' };
  if (projectId === null) return undefined;
  const project = await db.project.findUnique({ where: { id: projectId }, select: { id: true, slug: true } });
  return project === null ? undefined : { ...organization, project };
}
