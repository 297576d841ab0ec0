import { hash, timingSafeEqual } from 'node:crypto';
import type { GrafanaOrganization } from '@oriel/db/grafana-organizations';
import { OrielError } from '@oriel/domain/errors';
import { noSuchCall, type StoreCall, storeCall, stores } from '../route.ts';

const doorPath =
  /^\/grafana\/v1\/organizations\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(prometheus|loki|alertmanager)(\/[A-Za-z0-9_/]*)$/;

/** A data source asks: of which organization, and for what. */
export interface DataSourceCall {
  readonly organizationId: string;
  readonly call: StoreCall;
}

/**
 * The call that a path stands for; undefined where it is no data source's. What follows a data source's address is the
 * store's own path, as Grafana's plug-ins append it: `/loki/api/v1/query_range`, `/alertmanager/api/v2/alerts`.
 *
 * @throws OrielError `not_found` for whatever is not on the list of the read APIs.
 */
export function dataSourceCallOf(path: string): DataSourceCall | undefined {
  if (!path.startsWith('/grafana/v1/')) return undefined;
  const [, organizationId, program, rest] = doorPath.exec(path) ?? [];
  if (organizationId === undefined || rest === undefined) throw noSuchCall();
  const store = stores[program as keyof typeof stores];
  const isElsewhere = store === 'alerts' && !rest.startsWith('/alertmanager/');
  const call = isElsewhere
    ? undefined
    : storeCall(store, store === 'alerts' ? rest.slice('/alertmanager'.length) : rest);
  if (call === undefined) throw noSuchCall();
  return { organizationId, call };
}

const secretForm = /^Bearer (og_[A-Za-z0-9_-]{43})$/;

/** Throws the same `unauthenticated` for an organization that is not there and for a secret that is not its own. */
export function assertSecret(
  authorization: string | undefined,
  organization: GrafanaOrganization | undefined,
): asserts organization is GrafanaOrganization {
  const [, secret] = secretForm.exec(authorization ?? '') ?? [];
  const expected = organization?.secretHash;
  if (secret !== undefined && expected && timingSafeEqual(hash('sha256', secret, 'buffer'), expected)) return;
  throw new OrielError(
    'unauthenticated',
    "This door is for Grafana's data sources only, each with the secret of its own organization. Programs read by /api/projects/<project>/… with a token.",
  );
}

const personHeader = 'x-grafana-user';
const personForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The user id of the person for whom Grafana asks. Names and values in turn. Grafana 10 to 13 send the login, which is
 * that id, with queries, resource calls, health checks and proxied calls while `[dataproxy] send_user_header` is on, and
 * send none for what nobody asked for: rules of their own, public dashboards, reports.
 *
 * @throws OrielError `forbidden` where it is no person, or more than one.
 */
export function personAsking(rawHeaders: readonly string[]): string {
  const values = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === personHeader);
  const [value] = values;
  if (values.length === 1 && value !== undefined && personForm.test(value)) return value;
  throw new OrielError(
    'forbidden',
    'A query without a person is refused. Grafana must run with send_user_header, and ask for somebody who is signed in.',
  );
}
