import type { Db } from '@oriel/db/client';
import { TooManyGuesses } from '@oriel/db/guesses';
import NextAuth from 'next-auth';
import { credentialsId } from '@/features/identity-providers/input.ts';
import type { SignInLimits } from '@/features/sign-in/server/limits.ts';
import type { CallLimits } from '../call-limits.ts';
import { type Context, createContext } from '../context.ts';
import { log } from '../log.ts';
import { readBody } from '../read-body.ts';
import { AnswerSink } from './answer-sink.ts';
import { answerCallback, answerConnect, answerStart } from './oidc/handle.ts';
import { leaveUrl } from './oidc/leave.ts';
import type { OidcRequest } from './oidc/oidc-request.ts';
import { authOptions } from './options.ts';
import type { Outcome } from './outcome.ts';

export interface AuthHandlerOptions {
  readonly db: Db;
  readonly publicOrigin: string;
  readonly trustedHops: number;
  readonly secret: string;
  readonly limits: SignInLimits;
  readonly callLimits?: CallLimits | undefined;
}

/** next-auth has more doors; these are the ones that a sign-in by e-mail and password goes through. */
const doors = new Set([
  'GET csrf',
  'GET providers',
  'GET session',
  'GET signin',
  'GET signout',
  'GET error',
  'POST callback',
  'POST signout',
]);

/** Doors of identity providers, `<door>/<provider>`: next-auth knows none that come and go as rows (docs/decisions). */
const oidcDoors: Readonly<Record<string, OidcDoor>> = {
  'POST signin': (asked, { form }) => answerStart(asked, form.get('from') ?? undefined),
  'POST connect': (asked) => answerConnect(asked),
  'GET callback': (asked, { search }) => answerCallback(asked, search),
};

type OidcDoor = (
  asked: OidcRequest,
  given: { readonly form: URLSearchParams; readonly search: URLSearchParams },
) => Promise<Response>;

const maxFormBytes = 16 * 1024;

/** Answers `/api/auth/<path…>`. A failed sign-in is 401, too many tries 429, a fault of ours 503. */
export async function handleAuth(
  request: Request,
  path: readonly string[],
  options: AuthHandlerOptions,
): Promise<Response> {
  const { db, publicOrigin, secret, limits } = options;
  const [action = '', id = credentialsId, ...rest] = path;
  const ofProvider = id !== credentialsId && rest.length === 0;
  const oidcDoor = ofProvider ? oidcDoors[`${request.method} ${action}`] : undefined;
  if (!oidcDoor && !doors.has(`${request.method} ${action}`)) return refuse(404, 'There is no such address.');
  if (request.method === 'POST' && request.headers.get('origin') !== publicOrigin) {
    return refuse(403, `Signing in and out works from pages of ${publicOrigin} only.`);
  }
  const body = await readBody(request, maxFormBytes);
  if (body === 'too_large') return refuse(413, 'The form is too large.');

  const context = createContext(request.headers, options);
  const { requestId, address, userAgent } = context;
  const { guesses } = context.callLimits;
  if (oidcDoor) {
    const cookies = parseCookies(request.headers.get('cookie') ?? '');
    const asked = { db, publicOrigin, secret, limits, providerId: id, cookies, address, userAgent, requestId };
    const answer = await oidcDoor(asked, { form: readForm(body), search: new URL(request.url).searchParams });
    answer.headers.set('x-request-id', requestId);
    return answer;
  }
  const outcome: Outcome = {};
  const sink = new AnswerSink();
  const settings = authOptions({
    db,
    publicOrigin,
    secret,
    limits,
    address,
    userAgent,
    guesses,
    outcome,
    log: (level, code, detail) => log()[level]({ code, err: errorIn(detail), requestId }, 'next-auth'),
  });
  try {
    // Its handler for route files takes request and cookies from Next's own context; this one takes what it is given.
    await (NextAuth as unknown as ApiHandler)(toApiRequest(request, path, body), sink, settings);
  } catch (fault) {
    outcome.fault ??= fault;
  }
  const { fault, leftProvider: providerId } = outcome;
  if (fault === undefined && providerId !== undefined && readForm(body).get('json') === 'true') {
    const provider = await leaveUrl(db, { providerId, publicOrigin, requestId });
    sink.json({ url: `${publicOrigin}/sign-in`, ...(provider === undefined ? {} : { provider }) });
  }
  return finish(sink, outcome, context);
}

type ApiHandler = (request: object, response: AnswerSink, options: object) => Promise<void>;

function toApiRequest(request: Request, path: readonly string[], body: Uint8Array | undefined): object {
  const url = new URL(request.url);
  return {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: parseCookies(request.headers.get('cookie') ?? ''),
    query: { ...Object.fromEntries(url.searchParams), nextauth: [...path] },
    body: Object.fromEntries(readForm(body)),
  };
}

function readForm(body: Uint8Array | undefined): URLSearchParams {
  return new URLSearchParams(new TextDecoder().decode(body));
}

function parseCookies(header: string): Record<string, string> {
  const pairs = header.split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), decode(pair.slice(at + 1).trim())]];
  });
  return Object.fromEntries(pairs);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function finish(
  sink: AnswerSink,
  { fault, retryAfterSeconds }: Outcome,
  { requestId, publicOrigin }: Context,
): Response {
  const headers = { 'x-request-id': requestId };
  if (fault instanceof TooManyGuesses) {
    const retryAfter = { 'retry-after': String(fault.retryAfterSeconds) };
    return Response.json({ message: fault.message }, { status: 429, headers: { ...headers, ...retryAfter } });
  }
  if (fault !== undefined) {
    log().error({ err: fault, requestId }, 'a sign-in or sign-out failed');
    // Nothing of what next-auth answered, above all not its cookies: a fault must not sign anybody out.
    const message = 'Oriel’s database does not answer. Try again in a moment.';
    const url = `${publicOrigin}/sign-in?error=Unavailable`;
    return Response.json({ message, url }, { status: 503, headers: { ...headers, 'retry-after': '5' } });
  }
  if (retryAfterSeconds === undefined) return sink.toResponse({ headers });
  return sink.toResponse({ status: 429, headers: { ...headers, 'retry-after': String(retryAfterSeconds) } });
}

function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

function errorIn(detail: unknown): unknown {
  if (detail instanceof Error) return detail;
  return (detail as { error?: unknown } | undefined)?.error;
}
