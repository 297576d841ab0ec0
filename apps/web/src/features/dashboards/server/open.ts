import { appendAudit } from '@oriel/db/audit';
import type { Db, Tx } from '@oriel/db/client';
import { issueGrafanaTicket } from '@oriel/db/grafana-sign-in';
import type { Identity } from '@oriel/db/principal';
import { OrielError } from '@oriel/domain/errors';
import { grafanaOrigin } from '@/env.ts';
import type { PersonActor } from '@/server/actor.ts';

export interface OpenDashboards {
  readonly actor: PersonActor;
  readonly identity: Identity;
  /** Of one project, or of all. */
  readonly of: { readonly projectId: string } | 'all';
  readonly to: string;
}

/** A way into Grafana for the browser that asks, and for whoever is signed in there. */
export async function openDashboards(db: Db, { actor, identity, of, to }: OpenDashboards): Promise<{ url: string }> {
  const origin = grafanaOrigin();
  if (origin === undefined) throw noGrafana();
  const { credential, principal } = identity;
  if (credential.kind !== 'session') {
    throw new OrielError(
      'forbidden',
      'Dashboards are opened in a browser. A token reads logs and metrics by their APIs.',
    );
  }
  const where = of === 'all' ? { isGlobal: true } : { projectId: of.projectId };
  const organization = await db.grafanaOrganization.findFirst({ where: { ...where, removalWantedAt: null } });
  if (organization === null || organization.orgId === null) throw notMadeYet();
  const { id: organizationId, orgId } = organization;
  const isVisitor = of !== 'all' && principal.isPlatformAdmin && !principal.roles.has(of.projectId);
  const ticket = await db.$transaction(async (tx) => {
    // The worker makes them a member; somebody who looks on needs no role in the project.
    if (isVisitor) {
      const data = [{ organizationId, userId: principal.userId }];
      const { count } = await tx.grafanaVisitor.createMany({ data, skipDuplicates: true });
      if (count > 0) await auditVisit(tx, actor, of.projectId);
    }
    return issueGrafanaTicket(tx, credential.id);
  });
  const url = new URL('/oriel/enter', origin);
  url.searchParams.set('ticket', ticket);
  url.searchParams.set('to', withOrganization(to, orgId));
  return { url: url.href };
}

/** Once: from then on they are a member there, and what they change has entries of its own. */
function auditVisit(tx: Tx, actor: PersonActor, projectId: string): Promise<void> {
  return appendAudit(tx, { actor, action: 'grafana.visit', projectId, targetType: 'project', targetId: projectId });
}

/** Appended as text: `?kiosk` and `?kiosk=` are not the same to Grafana. */
function withOrganization(to: string, orgId: number): string {
  const [page = '', hash] = to.split('#', 2);
  const [, search = ''] = page.split('?', 2);
  if (new URLSearchParams(search).has('orgId')) {
    throw new OrielError('bad_input', 'The page must not name an organization: it is that of the project.', {
      field: 'to',
    });
  }
  const named = `${page}${page.includes('?') ? '&' : '?'}orgId=${orgId}`;
  return hash === undefined ? named : `${named}#${hash}`;
}

function noGrafana(): OrielError {
  return new OrielError('unavailable', 'This installation has no Grafana. An administrator can add one.', {
    retryable: false,
  });
}

function notMadeYet(): OrielError {
  return new OrielError(
    'unavailable',
    'The dashboards are being made in Grafana, which takes a few seconds. Try again; if it stays, an administrator finds the reason under Grafana, Organizations.',
  );
}
