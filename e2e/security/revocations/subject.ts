import type { Db } from '@oriel/db/client';
import { createSession } from '@oriel/db/sessions';
import { WebSocket } from 'ws';
import { ask } from '../../fixtures/http.ts';
import { publicOrigin, type RunningGateway } from '../read-path/gateway.ts';
import { type Organization, openGrafana } from '../read-path/grafana-rows.ts';
import { addReader, type Project } from '../read-path/rows.ts';

/** Where somebody is when something is taken from them. */
export interface Place {
  readonly db: Db;
  readonly gateway: RunningGateway;
  readonly project: Project;
  readonly organization: Organization;
}

export interface Seen {
  readonly status: number;
  /** The store was asked for a part of the project. */
  readonly narrowed: boolean;
}

export interface Subject {
  readonly userId: string;
  readonly tokenId: string;
  readonly sessionId: string;
  /** A read of logs. */
  readonly read: () => Promise<Seen>;
  /** A page of Grafana's, its API, and a query of its data sources on behalf of the person. */
  readonly grafana: Readonly<Record<'page' | 'api' | 'data source', () => Promise<Seen>>>;
  readonly openTail: () => WebSocket;
}

/** A viewer of the project who reads, tails and has Grafana open. */
export async function addSubject(place: Place, by: 'token' | 'session'): Promise<Subject> {
  const { db, gateway, project, organization } = place;
  const reader = await addReader(db, project);
  const { userId } = reader;
  const session = await db.$transaction((tx) => createSession(tx, { userId }));
  const cookie = { cookie: `oriel.session=${session.value}`, origin: publicOrigin };
  const headers = by === 'token' ? { ...reader.headers } : cookie;
  const opened = { ...(await openGrafana(db, session.id)) };
  const asGrafana = { authorization: organization.authorization, 'x-grafana-user': userId };
  const see = (path: string, shown: Readonly<Record<string, string>>) => async () => {
    const { status, text } = await ask({ port: gateway.port, path, headers: { ...shown } });
    return { status, narrowed: text.includes('namespace') };
  };
  const base = `/api/projects/${project.slug}/loki/api/v1`;
  const inOrganization = { ...opened, 'x-grafana-org-id': String(organization.orgId) };
  return {
    userId,
    tokenId: reader.tokenId,
    sessionId: session.id,
    read: see(`${base}/query?query=%7Bapp%3D%22a%22%7D`, headers),
    grafana: {
      page: see(`/d/oriel-pods?orgId=${organization.orgId}`, opened),
      api: see('/api/search', inOrganization),
      'data source': see(`/grafana/v1/organizations/${organization.id}/prometheus/api/v1/query?query=up`, asGrafana),
    },
    openTail: () => new WebSocket(`ws://127.0.0.1:${gateway.port}${base}/tail?query=%7Bapp%3D%22a%22%7D`, { headers }),
  };
}
