import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AccountClaims, type Configuration, Provider } from 'oidc-provider';

/** Claims by login name. Change them while the provider runs: the next sign-in tells the new ones. */
export type TestPeople = Map<string, Readonly<Record<string, unknown>>>;

export interface TestProviderOptions {
  readonly people: TestPeople;
  readonly redirectUris: readonly string[];
  /** Where it may send a browser that has signed out; none unless given. */
  readonly signedOutUris?: readonly string[];
  readonly clientId?: string;
  /** True: claims stand in the ID token; false, as the standard has it: in the user info. */
  readonly claimsInIdToken?: boolean;
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  close(): Promise<void>;
}

export const testScopes = ['profile', 'email', 'groups'];

/**
 * A real OpenID Connect provider on loopback, with proof keys required. Its sign-in page takes a login name and no
 * password; consent is given beforehand.
 */
export async function startTestProvider(options: TestProviderOptions): Promise<TestProvider> {
  const { clientId = 'oriel', people } = options;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientSecret = randomBytes(24).toString('base64url');
  const provider: Provider = new Provider(issuer, {
    ...configuration(options, () => provider),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...options.redirectUris],
        post_logout_redirect_uris: [...(options.signedOutUris ?? [])],
      },
    ],
    findAccount: (_, login) => {
      if (!people.has(login)) return undefined;
      const claims = () => ({ sub: login, ...people.get(login) }) as AccountClaims;
      return { accountId: login, claims };
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, request, response);
    else void answer(request, response);
  });
  return { issuer, clientId, clientSecret, close: () => close(server) };
}

function configuration({ claimsInIdToken }: TestProviderOptions, provider: () => Provider): Configuration {
  return {
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], groups: ['groups'] },
    conformIdTokenClaims: !claimsInIdToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant({ oidc }) {
      const [client, accountId] = [oidc.client, oidc.session?.accountId];
      if (!client || !accountId) return undefined;
      const Grant = provider().Grant;
      const grant = new Grant({ clientId: client.clientId, accountId });
      grant.addOIDCScope(['openid', ...testScopes].join(' '));
      await grant.save();
      return grant;
    },
  };
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(4).toString('hex'), use: 'sig', alg: 'RS256' };
}

/** The sign-in page, and what its form sends. An empty name turns the sign-in down. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    const form =
      '<form method="post"><label>Login <input name="login" autofocus></label><button>Continue</button></form>';
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Test provider</title>${form}`);
    return;
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  const accountId = new URLSearchParams(body).get('login') ?? '';
  const result = accountId === '' ? { error: 'access_denied' } : { login: { accountId } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
