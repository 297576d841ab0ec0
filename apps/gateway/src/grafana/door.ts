import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Db } from '@oriel/db/client';
import type { GrafanaOrganization } from '@oriel/db/grafana-organizations';
import { OrielError } from '@oriel/domain/errors';
import { grafanaRoleIn } from '@oriel/domain/grafana';
import { isAllowed, type Principal } from '@oriel/domain/permissions';
import { ownAnswerHeaders, toOrielError } from '../answer.ts';
import { readBody } from '../body.ts';
import { FairShare } from '../fair-share.ts';
import { type Grants, notSignedIn } from '../grants.ts';
import { inTurn } from '../in-turn.ts';
import { isAmbiguous, pathOf } from '../route.ts';
import { keyed, type Subject } from '../shown-credential.ts';
import { type AllowedCall, allowedCall } from './allowed-calls.ts';
import { readGrafanaCookies, setGrafanaCookie } from './cookies.ts';
import { createEnter, enterPath } from './enter.ts';
import { frameScript, frameScriptPath } from './frame-script.ts';
import { namedOrganization } from './named-organization.ts';
import type { Organizations } from './organizations.ts';
import { onceDone, recordChange } from './record-change.ts';
import { refuse } from './refusal.ts';
import { noSuchOrganization } from './scope-of.ts';
import { type GrafanaOptions, GrafanaUpstream } from './upstream.ts';

export interface GrafanaDoorOptions extends GrafanaOptions {
  readonly db: Db;
  readonly grants: Grants;
  readonly organizations: Organizations;
  readonly onFailure: (cause: unknown, requestId: string) => void;
}

export interface GrafanaDoor {
  /** As it stands in the Host header. */
  readonly host: string;
  handle(request: IncomingMessage, response: ServerResponse, requestId: string): void;
  close(): Promise<void>;
}

/** A dashboard with its data in it, at the most. */
const largestMebibytes = 8;
/** Of Grafana's attention: a page of many panels asks for dozens of things at once. */
const places = { shared: 128, mostPerProject: 64, mostPerPerson: 24, queuePerPerson: 256, patienceMs: 30_000 };

/**
 * Grafana's own origin. Each request is decided by itself: what it asks for, by the list; of which organization; and
 * whether the person of the cookie's session may read its project now. Grafana hears of nobody else.
 */
export function createGrafanaDoor(options: GrafanaDoorOptions): GrafanaDoor {
  const { db, grants, organizations, origin, publicOrigin, onFailure } = options;
  const grafana = new GrafanaUpstream(options);
  const share = new FairShare(places);
  const admit = async (subject: Subject, orgId: number, request: IncomingMessage) => {
    const principal = await grants.identify(subject, request);
    const organization = await organizations.find({ orgId });
    return { userId: principal.userId, principal, ...memberIn(organization, principal) };
  };
  const script = frameScript(publicOrigin);
  const enter = createEnter({ db, grafana, grafanaOrigin: origin, admit });

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const url = request.url as string;
    const path = pathOf(url);
    if (isAmbiguous(path) || path.includes('%25'))
      throw new OrielError('bad_input', 'The address of this request is not in its plain form.');
    const cookies = readGrafanaCookies(request.headers.cookie, origin);
    if (path === enterPath && request.method === 'GET') return enter(request, response, cookies);
    if (path === frameScriptPath && request.method === 'GET') return sendScript(response, script);
    const call = allowedCall(request.method as string, path);
    assertOwnOrigin(request, origin);
    if (cookies.session === undefined) throw notSignedIn();
    const subject = keyed({ kind: 'grafana', value: cookies.session } as const);
    const passing = {
      request,
      response,
      requestId,
      isFile: call.kind === 'file',
      fail: (cause: unknown) => fail(request, response, { cause, requestId }),
    };
    if (call.kind === 'file') {
      await grants.identify(subject, request);
      return grafana.pass({ ...passing, body: null, extra: [] });
    }
    const { rawHeaders } = request;
    const search = url.slice(path.length);
    const orgId = namedOrganization({ rawHeaders, search, remembered: cookies.organization });
    assertWithin(call, orgId, search);
    const { userId, principal, project, role, name } = await admit(subject, orgId, request);
    if (call.needs === 'Editor' && role !== 'Editor') throw mayNotEdit();
    // The front end's switch: the others are opened from Oriel.
    if (path === '/api/user/orgs') return sendJson(response, [{ orgId, name, role }]);
    const body = hasBody(request) ? await readBody(request, largestMebibytes) : null;
    if (call.isChange) {
      const change = { method: request.method as string, path, body, principal, project };
      onceDone(response, () => recordChange(db, change).catch((cause: unknown) => onFailure(cause, requestId)));
    }
    const isOther = call.kind === 'page' && cookies.organization !== String(orgId);
    const extra = isOther ? ['set-cookie', setGrafanaCookie('organization', String(orgId), origin)] : [];
    inTurn(share, {
      response,
      asker: { store: 'grafana', tenant: String(orgId), userId },
      start: () => {
        const admitted = { ...passing, extra, identification: { userId, orgId } };
        if (call.kind === 'page') grafana.passPage(admitted).catch(passing.fail);
        else grafana.pass({ ...admitted, body });
      },
      fail: passing.fail,
    });
  }

  function fail(
    request: IncomingMessage,
    response: ServerResponse,
    { cause, requestId }: { readonly cause: unknown; readonly requestId: string },
  ): void {
    const error = toOrielError(cause);
    if (error.code === 'internal') onFailure(cause, requestId);
    refuse(request, response, { error, requestId, publicOrigin });
  }

  return {
    host: new URL(origin).host,
    handle: (request, response, requestId) =>
      void answer(request, response, requestId).catch((cause: unknown) =>
        fail(request, response, { cause, requestId }),
      ),
    close: () => grafana.close(),
  };
}

/** @throws OrielError `not_found` for whoever has no business there. */
function memberIn(organization: GrafanaOrganization | undefined, principal: Principal) {
  if (organization === undefined) throw noSuchOrganization();
  const { project, name } = organization;
  const ofAll = isAllowed(principal, 'platform:read') ? 'Editor' : undefined;
  const role = project === 'all' ? ofAll : grafanaRoleIn(principal, project.id);
  if (role === undefined) throw noSuchOrganization();
  return { role, name, project };
}

function sendJson(response: ServerResponse, value: unknown): void {
  sendText(response, { type: 'application/json', caching: 'no-store', text: JSON.stringify(value) });
}

function sendScript(response: ServerResponse, text: string): void {
  sendText(response, { type: 'text/javascript; charset=utf-8', caching: 'public, max-age=300', text });
}

function sendText(response: ServerResponse, { type, caching, text }: { type: string; caching: string; text: string }) {
  const described = { 'content-type': type, 'content-length': Buffer.byteLength(text) };
  response.writeHead(200, { ...described, 'cache-control': caching, ...ownAnswerHeaders });
  response.end(text);
}

/** A browser sends the cookie whoever's page asks; what changes or asks by a body must come from Grafana's own pages. */
function assertOwnOrigin({ method, headers }: IncomingMessage, origin: string): void {
  if (method === 'GET' || headers.origin === origin) return;
  throw new OrielError(
    'forbidden',
    `This request comes from another site than ${origin}. Open the dashboards from Oriel.`,
  );
}

/** Of the path's own namespace, and nothing that stays open: a watch would outlive the right to it. */
function assertWithin({ orgId }: AllowedCall, named: number, search: string): void {
  if (orgId !== undefined && orgId !== named) throw noSuchOrganization();
  if (orgId !== undefined && new URLSearchParams(search).has('watch')) {
    throw new OrielError('bad_input', 'Changes cannot be watched here. Load the page again.');
  }
}

function hasBody({ method, headers }: IncomingMessage): boolean {
  const isThere = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  if (method === 'GET' && isThere && headers['content-length'] !== '0') {
    throw new OrielError('bad_input', 'A GET request carries no body here.');
  }
  return method !== 'GET' && isThere;
}

function mayNotEdit(): OrielError {
  return new OrielError(
    'forbidden',
    'Dashboards are changed by editors and owners of the whole project. Ask an owner of the project.',
  );
}
