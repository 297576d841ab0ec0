import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { callbackUrl } from './callback-url.ts';
import { configurationOf, findProvider } from './configurations.ts';
import { flowCookie } from './flow-cookie.ts';
import type { OidcRequest } from './oidc-request.ts';
import { Refused } from './refused.ts';

export interface Start {
  /** Path of this site. */
  readonly from: string;
  /** Somebody signed in who wants to connect the provider. */
  readonly connect?: { readonly userId: string; readonly sessionId: string };
}

export interface Started {
  /** Where to send the browser. */
  readonly url: string;
  readonly cookie: string;
}

/** Begins a sign-in (or a connection) at a provider. Throws `Refused`. */
export async function startFlow(request: OidcRequest, { from, connect }: Start): Promise<Started> {
  const { db, providerId, publicOrigin, secret, limits, address } = request;
  if (!(await limits.admitStart(address))) throw new Refused('Limited');
  const provider = await findProvider(db, providerId);
  const configuration = await configurationOf(provider);
  const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: callbackUrl(publicOrigin, providerId),
    scope: [...new Set(['openid', ...provider.scopes])].join(' '),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    // Whoever is signed in there by chance, or by somebody else's doing, must not be connected unseen.
    ...(connect ? { max_age: '0' } : {}),
  });
  const startedAt = Math.floor(Date.now() / 1000);
  const flow = { providerId, state, nonce, codeVerifier, from, startedAt, ...(connect ? { connect } : {}) };
  return { url: url.href, cookie: await flowCookie(flow, { secret, publicOrigin }) };
}
