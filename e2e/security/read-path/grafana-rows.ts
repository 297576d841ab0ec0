import type { Db } from '@oriel/db/client';
import { issueGrafanaTicket, redeemGrafanaTicket } from '@oriel/db/grafana-sign-in';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { envelope } from '@oriel/db/testing/fixtures';

/** Beside the public origin of a gateway under proof. */
export const grafanaHost = 'grafana.oriel.localhost:3000';

export interface Organization {
  readonly id: string;
  readonly orgId: number;
  /** What its data sources show. */
  readonly authorization: string;
}

/** As the worker leaves a project's organization when it has made it in Grafana. */
export async function addOrganization(db: Db, projectId: string, orgId: number): Promise<Organization> {
  const { value, hash } = newOpaqueToken('og_');
  const { id } = await db.grafanaOrganization.update({
    where: { projectId },
    data: { orgId, secretHash: hash, secretEnvelope: envelope },
  });
  return { id, orgId, authorization: `Bearer ${value}` };
}

/** What the browser of this session shows to Grafana's origin once it was let in. */
export async function openGrafana(db: Db, sessionId: string) {
  const redeemed = await redeemGrafanaTicket(db, await issueGrafanaTicket(db, sessionId));
  if (redeemed?.cookie === undefined) throw new Error('The ticket was not redeemed.');
  return { host: grafanaHost, origin: `http://${grafanaHost}`, cookie: `oriel_grafana=${redeemed.cookie}` };
}
