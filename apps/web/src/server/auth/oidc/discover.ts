import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { boundedFetch, isAcceptable, providerTimeoutSeconds, UnacceptableAnswer } from './bounded-fetch.ts';

export interface Client {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Seconds by which the provider's clock may differ from ours. */
const skewSeconds = 30;

/**
 * Fetches and checks a provider's discovery document. Throws where it does not answer in time, or says something that
 * no sign-in shall rest on. ID tokens are verified by signature too: openid-client alone trusts the connection.
 */
export async function discover({ issuer, clientId, clientSecret }: Client): Promise<Configuration> {
  const mayBePlain = new URL(issuer).protocol === 'http:';
  const metadata = { client_secret: clientSecret, [clockTolerance]: skewSeconds };
  const configuration = await discovery(new URL(issuer), clientId, metadata, clientAuthentication(clientSecret), {
    timeout: providerTimeoutSeconds,
    [customFetch]: boundedFetch(issuer),
    execute: [enableNonRepudiationChecks, ...(mayBePlain ? [allowInsecureRequests] : [])],
  });
  const server = configuration.serverMetadata();
  // openid-client lets some well-known multi-tenant issuers pass; one provider is one issuer here.
  if (new URL(server.issuer).href !== new URL(issuer).href) throw new UnacceptableAnswer('another issuer');
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = server;
  for (const [name, address] of Object.entries({ authorization_endpoint, token_endpoint, jwks_uri })) {
    if (address === undefined) throw new UnacceptableAnswer(`no ${name}`);
  }
  // The browser is sent to the first of them: never to "javascript:".
  for (const address of [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint]) {
    if (address !== undefined && !isAcceptable(address, mayBePlain)) {
      throw new UnacceptableAnswer('an address that is neither https nor local');
    }
  }
  return configuration;
}

/** Basic unless the provider lists only others (OpenID Connect Discovery 1.0, 3: Basic is what an absent list means). */
function clientAuthentication(clientSecret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(clientSecret), ClientSecretPost(clientSecret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported;
    const takesBasic = methods === undefined || methods.includes('client_secret_basic');
    return (takesBasic ? basic : post)(server, client, body, headers);
  };
}
