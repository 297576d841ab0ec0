import type { Refusal } from '@/features/sign-in/refusals.ts';
import { returnPath } from '@/features/sign-in/return-path.ts';
import { log } from '../../log.ts';
import { sessionCookie } from '../../session-cookie.ts';
import { finishConnect, ownSession } from './connect.ts';
import { finishSignIn, takeFlow, vouchedBy } from './finish.ts';
import { endedFlowCookie } from './flow-cookie.ts';
import type { OidcRequest } from './oidc-request.ts';
import { Refused } from './refused.ts';
import { startFlow } from './start.ts';

const accountPage = '/settings/account';

/** Answers `POST signin/<provider>` with where to go: JSON, since a form's redirect to another site is forbidden by our policy. */
export async function answerStart(request: OidcRequest, from: string | undefined): Promise<Response> {
  return asJson(request, () => startFlow(request, { from: returnPath(from) }));
}

/** Answers `POST connect/<provider>`: the same for somebody who is signed in, about themselves. */
export async function answerConnect(request: OidcRequest): Promise<Response> {
  return asJson(request, async () => {
    const own = await ownSession(request);
    if (!own) throw new Refused('NotSignedIn');
    const { userId, sessionId } = own;
    return startFlow(request, { from: accountPage, connect: { userId, sessionId } });
  });
}

/** Answers `GET callback/<provider>`, to which the provider sends the browser: goes on to a page in any case. */
export async function answerCallback(request: OidcRequest, search: URLSearchParams): Promise<Response> {
  const { providerId, publicOrigin } = request;
  // Set once the flow is known, so that a refusal leads back to where it began.
  let way = { page: '/sign-in', from: '/' };
  const cookies: string[] = [];
  try {
    const flow = await takeFlow(request, search.get('state'));
    cookies.push(endedFlowCookie(providerId, publicOrigin));
    way = { page: flow.connect ? accountPage : '/sign-in', from: returnPath(flow.from) };
    const vouched = await vouchedBy(request, flow, `?${search}`);
    if (flow.connect) await finishConnect(request, flow.connect, vouched);
    else cookies.push(sessionCookie(await finishSignIn(request, vouched), publicOrigin));
    return goTo(publicOrigin + way.from, cookies);
  } catch (error) {
    const query = new URLSearchParams({ error: noted(request, error), provider: providerId });
    if (way.page === '/sign-in' && way.from !== '/') query.set('from', way.from);
    return goTo(`${publicOrigin}${way.page}?${query}`, cookies);
  }
}

async function asJson(request: OidcRequest, start: () => Promise<{ url: string; cookie: string }>): Promise<Response> {
  try {
    const { url, cookie } = await start();
    return Response.json({ url }, { headers: { 'set-cookie': cookie, 'cache-control': 'no-store' } });
  } catch (error) {
    const refusal = noted(request, error);
    return Response.json({ error: refusal }, { status: statusOf(refusal), headers: { 'cache-control': 'no-store' } });
  }
}

function goTo(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** The refusal that an error means, written to the log with its cause. */
function noted({ providerId, requestId }: OidcRequest, error: unknown): Refusal {
  if (error instanceof Refused) {
    log().info(
      { refusal: error.refusal, err: error.cause, providerId, requestId },
      'a sign-in by a provider was refused',
    );
    return error.refusal;
  }
  log().error({ err: error, providerId, requestId }, 'a sign-in by a provider failed');
  return 'Unavailable';
}

function statusOf(refusal: Refusal): number {
  if (refusal === 'Limited') return 429;
  if (refusal === 'UnknownProvider') return 404;
  if (refusal === 'NotSignedIn') return 401;
  return refusal === 'Unavailable' || refusal === 'ProviderAway' ? 503 : 502;
}
