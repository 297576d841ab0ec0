import { z } from 'zod';
import type { GrafanaConnection } from './connection.ts';

/** What Oriel puts there. Always by uid: Grafana 13 answers by number no more. */
export interface DataSourceModel {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly url: string;
  readonly isDefault: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
  readonly secureJsonData: Readonly<Record<string, string>>;
}

export interface GrafanaDataSource {
  readonly url: string;
  /** Raised by Grafana with every change, a new secret included, which nobody can read back. */
  readonly version: number;
}

const shape = z.object({ url: z.string().default(''), version: z.number().default(0) });
const savedShape = z.object({ datasource: shape });

export async function readDataSource(
  grafana: GrafanaConnection,
  orgId: number,
  uid: string,
): Promise<GrafanaDataSource | undefined> {
  const path = `/api/datasources/uid/${encodeURIComponent(uid)}`;
  const { status, body } = await grafana.ask({ what: 'show a data source', path, orgId, understands: [404] });
  return status === 404 ? undefined : shape.parse(body);
}

/** Returns its new version. */
export async function putDataSource(
  grafana: GrafanaConnection,
  orgId: number,
  model: DataSourceModel,
  exists: boolean,
): Promise<number> {
  const path = exists ? `/api/datasources/uid/${encodeURIComponent(model.uid)}` : '/api/datasources';
  const body = { ...model, access: 'proxy', basicAuth: false, withCredentials: false };
  const call = { what: `keep the data source "${model.name}"`, method: exists ? 'PUT' : 'POST' } as const;
  return (await grafana.read({ ...call, path, orgId, body }, savedShape)).datasource.version;
}
