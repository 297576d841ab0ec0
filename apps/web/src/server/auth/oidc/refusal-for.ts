import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import type { Refusal } from '@/features/sign-in/refusals.ts';
import { Refused } from './refused.ts';

/** Answers of a provider that cannot work just now (RFC 6749, 4.1.2.1). */
const away = new Set(['server_error', 'temporarily_unavailable']);

/** What a failure of openid-client means for the person who waits; `otherwise` where it is the answer that is wrong. */
export function refusalFor(cause: unknown, otherwise: Extract<Refusal, 'ProviderFault' | 'NotVerified'>): Refusal {
  if (cause instanceof Refused) return cause.refusal;
  if (cause instanceof AuthorizationResponseError) {
    if (away.has(cause.error)) return 'ProviderAway';
    return cause.error === 'access_denied' ? 'Denied' : 'ProviderFault';
  }
  // Its token endpoint says no: a code that was used, a client it does not know.
  if (cause instanceof ResponseBodyError) return away.has(cause.error) ? 'ProviderAway' : 'ProviderFault';
  if (cause instanceof WWWAuthenticateChallengeError) return 'ProviderFault';
  if (cause instanceof ClientError && (cause.code === 'OAUTH_TIMEOUT' || isServerError(cause))) return 'ProviderAway';
  // fetch says so of a network that is away, and undici's own errors are its cause.
  if (cause instanceof TypeError && cause.message === 'fetch failed') return 'ProviderAway';
  return otherwise;
}

/** openid-client keeps the answer whose status it did not like as the cause. */
function isServerError({ cause }: ClientError): boolean {
  return cause instanceof Response && cause.status >= 500;
}
