import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Db } from '@oriel/db/client';
import { redeemGrafanaTicket } from '@oriel/db/grafana-sign-in';
import { OrielError } from '@oriel/domain/errors';
import { explainAbsence } from '../grants.ts';
import { isAmbiguous, pathOf } from '../route.ts';
import { keyed, type Subject } from '../shown-credential.ts';
import { allowedCall } from './allowed-calls.ts';
import { type GrafanaCookies, setGrafanaCookie } from './cookies.ts';
import { namedOrganization } from './named-organization.ts';
import type { GrafanaUpstream } from './upstream.ts';

export const enterPath = '/oriel/enter';
const ticketForm = /^[A-Za-z0-9_-]{43}$/;
const patienceMs = 10_000;

export interface EnterOptions {
  readonly db: Db;
  readonly grafana: GrafanaUpstream;
  readonly grafanaOrigin: string;
  /** Who may, or throws. */
  readonly admit: (subject: Subject, orgId: number, request: IncomingMessage) => Promise<{ readonly userId: string }>;
}

/** `/oriel/enter?ticket=…&to=…`: redeems the ticket, sets the cookie and goes on to a page of an organization. */
export function createEnter({ db, grafana, grafanaOrigin, admit }: EnterOptions) {
  return async function enter(request: IncomingMessage, response: ServerResponse, cookies: GrafanaCookies) {
    // Somebody else's page must not sign a browser in as somebody else.
    if (request.headers['sec-fetch-site'] === 'cross-site') throw badLink();
    const url = request.url as string;
    const params = new URLSearchParams(url.slice(pathOf(url).length));
    const target = targetOf(params.get('to'));
    const ticket = params.get('ticket') ?? '';
    if (!ticketForm.test(ticket)) throw badLink();
    const redeemed = await redeemGrafanaTicket(db, ticket, cookies.session).catch(explainAbsence);
    if (redeemed === undefined) throw badLink();
    const session = redeemed.cookie ?? cookies.session ?? '';
    const { userId } = await admit(keyed({ kind: 'grafana', value: session } as const), target.orgId, request);
    const setCookies = [setGrafanaCookie('organization', String(target.orgId), grafanaOrigin)];
    if (redeemed.cookie !== undefined) setCookies.push(setGrafanaCookie('session', redeemed.cookie, grafanaOrigin));
    // Here already: should Grafana not be ready, the page that says so can simply be loaded again.
    response.setHeader('set-cookie', setCookies);
    await grafana.awaitMember({ userId, orgId: target.orgId }, patienceMs);
    if (response.destroyed) return;
    response.writeHead(303, { location: target.path, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    response.end();
  };
}

/** @throws OrielError for anything but a page of a named organization at this very origin. */
function targetOf(to: string | null): { readonly path: string; readonly orgId: number } {
  if (to === null || to.length > 4_096 || !/^\/[\x21-\x7e]*$/.test(to)) throw badLink();
  const [withoutHash = ''] = to.split('#', 1);
  const path = pathOf(withoutHash);
  if (isAmbiguous(path) || allowedCall('GET', path).kind !== 'page') throw badLink();
  const search = withoutHash.slice(path.length);
  return { path: to, orgId: namedOrganization({ rawHeaders: [], search, remembered: undefined }) };
}

function badLink(): OrielError {
  return new OrielError(
    'unauthenticated',
    'This way into the dashboards works once and for a minute, and that is over. Open the dashboards from Oriel again.',
  );
}
