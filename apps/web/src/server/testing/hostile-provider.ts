import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

/** How a provider misbehaves; whatever is left out is as it should be. */
export interface Misbehaviour {
  /** Over the discovery document. */
  readonly discovery?: Readonly<Record<string, unknown>>;
  /** Answers discovery with so many bytes. */
  readonly discoveryBytes?: number;
  /** Never answers at this path. */
  readonly silentAt?: string;
  /** Over the ID token's claims. */
  readonly idToken?: JWTPayload;
  /** Changes the signed ID token. */
  readonly tamper?: (token: string) => string;
  /** Signs with a key that the key set does not have, or with none. */
  readonly signWith?: 'another key' | 'none' | 'the client secret';
  /** Of the user info. */
  readonly userInfo?: Readonly<Record<string, unknown>>;
  /** Over the answer of the token endpoint. */
  readonly tokenAnswer?: Readonly<Record<string, unknown>>;
}

export interface HostileProvider {
  readonly issuer: string;
  misbehaves(how: Misbehaviour): void;
  /** Requests that reached it, by path. */
  readonly seen: string[];
  close(): Promise<void>;
}

/**
 * A provider that speaks just enough to misbehave at will. Nobody signs in there: a test goes straight to the callback
 * with the state it saw and a code of the form `<nonce>`.
 */
export async function startHostileProvider(clientSecret = 'secret'): Promise<HostileProvider> {
  const own = await generateKeyPair('RS256');
  const another = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const seen: string[] = [];
  let how: Misbehaviour = {};

  const sign = async (claims: JWTPayload): Promise<string> => {
    if (how.signWith === 'none') return new UnsecuredJWT(claims).encode();
    if (how.signWith === 'the client secret') {
      const key = new TextEncoder().encode(clientSecret.padEnd(32, '.'));
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(key);
    }
    const { privateKey } = how.signWith === 'another key' ? another : own;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey);
  };

  const token = async (request: IncomingMessage): Promise<unknown> => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      sub: 'mallory',
      aud: 'oriel',
      iat: now,
      exp: now + 300,
      nonce: new URLSearchParams(body).get('code') ?? '',
      email: 'mallory@example.com',
      email_verified: true,
      groups: ['dev'],
      ...how.idToken,
    };
    const idToken = await sign(JSON.parse(JSON.stringify(claims)));
    const answer = { access_token: 'access', token_type: 'Bearer', id_token: how.tamper?.(idToken) ?? idToken };
    return { ...answer, ...how.tokenAnswer };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?')[0] ?? '';
    seen.push(path);
    if (path === how.silentAt) return;
    response.setHeader('content-type', 'application/json');
    if (path === '/jwks') response.end(JSON.stringify({ keys: [jwk] }));
    else if (path === '/token') response.end(JSON.stringify(await token(request)));
    else if (path === '/me') response.end(JSON.stringify({ sub: 'mallory', ...how.userInfo }));
    else if (how.discoveryBytes !== undefined) response.end(`{"pad":"${'x'.repeat(how.discoveryBytes)}"}`);
    else response.end(JSON.stringify({ ...discoveryOf(issuer), ...how.discovery }));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    seen,
    misbehaves(next) {
      how = next;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function discoveryOf(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/me`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}
