import type { Db } from '@oriel/db/client';
import { buildEndSessionUrl } from 'openid-client';
import { log } from '../../log.ts';
import { signedOutUrl } from './callback-url.ts';
import { configurationOf, findProvider } from './configurations.ts';

/** The session here has ended by then; whoever signs out does not wait for a provider that is slow. */
const patienceMs = 2_000;

export interface Leaving {
  readonly providerId: string;
  readonly publicOrigin: string;
  readonly requestId: string;
}

/**
 * Where a browser ends its session at the provider too (OpenID Connect RP-Initiated Logout 1.0), or undefined where the
 * provider offers that nowhere or does not answer. No token is kept, so the provider knows us by `client_id` and may
 * ask the person whether they mean it.
 */
export async function leaveUrl(db: Db, { providerId, publicOrigin, requestId }: Leaving): Promise<string | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(late.resolve, patienceMs);
  try {
    const configuration = await Promise.race([findProvider(db, providerId).then(configurationOf), late.promise]);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: signedOutUrl(publicOrigin) }).href;
  } catch (cause) {
    log().info({ err: cause, providerId, requestId }, 'a provider could not be asked where one signs out');
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
