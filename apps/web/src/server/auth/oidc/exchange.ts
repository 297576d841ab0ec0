import { authorizationCodeGrant, type Configuration, fetchUserInfo } from 'openid-client';
import { type Claims, complete, isComplete } from './claims.ts';
import type { Provider } from './configurations.ts';
import type { Flow } from './flow-cookie.ts';
import { refusalFor } from './refusal-for.ts';
import { Refused } from './refused.ts';

/**
 * Turns the code of the callback into claims. Checked on the way: state, the parameter `iss` (RFC 9207), the ID token's
 * signature, iss, aud, azp, exp, nonce; and that the user info is about the same subject. No token is kept.
 */
export async function exchangeCode(
  callback: URL,
  { configuration, provider, flow }: { configuration: Configuration; provider: Provider; flow: Flow },
): Promise<Claims> {
  try {
    const tokens = await authorizationCodeGrant(configuration, callback, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.codeVerifier,
      idTokenExpected: true,
    });
    const idToken: Claims = { ...tokens.claims() };
    // The library looks at `azp` only where there are several audiences.
    if (idToken.azp !== undefined && idToken.azp !== provider.clientId) throw new Refused('NotVerified');
    if (flow.connect && !isFresh(idToken.auth_time, flow.startedAt)) throw new Refused('Expired');
    const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined;
    if (isComplete(idToken, provider) || !hasUserInfo) return idToken;
    const userInfo = await fetchUserInfo(configuration, tokens.access_token, String(idToken.sub));
    return complete(idToken, userInfo);
  } catch (cause) {
    throw new Refused(refusalFor(cause, 'NotVerified'), cause);
  }
}

/** Providers that ignore `max_age` leave the time out. A minute for clocks that differ. */
function isFresh(authTime: unknown, startedAt: number): boolean {
  return typeof authTime !== 'number' || authTime >= startedAt - 60;
}
