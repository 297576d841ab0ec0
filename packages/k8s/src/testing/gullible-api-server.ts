import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { createAuthority, issue, type KeyPair } from '@oriel/testbed/cluster/pki/certificates';

/** How a kubeconfig for it signs in. */
export type Credential = { readonly token: string } | KeyPair;

export interface GullibleApiServer {
  /** Tokens that it takes; client certificates that it issued are taken as they are. */
  readonly tokens: Set<string>;
  /** It answers 403 to these, and quotes the credential in its message. */
  readonly indiscreetAbout: Set<string>;
  /** Pods, as its API lists them in all namespaces. */
  readonly pods: unknown[];
  issue(commonName: string): Promise<KeyPair>;
  /** As a person would paste it. */
  kubeconfig(credential: Credential, more?: string): string;
  stop(): Promise<void>;
}

/** Says yes to everything that a preflight asks, on loopback: for tests that need many clusters and none of their work. */
export async function startGullibleApiServer(): Promise<GullibleApiServer> {
  const authority = await createAuthority('gullible');
  const server = { commonName: 'kube-apiserver', usages: ['server'], addresses: ['127.0.0.1'] } as const;
  const { certificate: cert, key } = await issue(authority, server);
  const tokens = new Set<string>();
  const indiscreetAbout = new Set<string>();
  const pods: unknown[] = [];
  const listener = createServer({ cert, key, ca: authority.certificate, requestCert: true, rejectUnauthorized: false });
  listener.on('request', (request, response) => {
    request.resume();
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const isKnown = tokens.has(token) || (request.socket as TLSSocket).authorized;
    if (indiscreetAbout.has(token)) return status(response, 403, `the token ${token} may not do that`);
    if (!isKnown) return status(response, 401, 'Unauthorized');
    return answer(request, response, pods);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    tokens,
    indiscreetAbout,
    pods,
    issue: (commonName) => issue(authority, { commonName, usages: ['client'] }),
    kubeconfig: (credential, more = '') => kubeconfigFor({ port, authority }, credential, more),
    async stop() {
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

function answer(
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
  pods: readonly unknown[],
): ServerResponse {
  const [path] = url.split('?');
  if (path === '/version') return json(response, 200, { gitVersion: 'v1.34.4' });
  if (path === '/api/v1/nodes') return json(response, 200, { items: [] });
  if (path === '/api/v1/pods') return json(response, 200, { items: pods });
  if (method === 'POST') return json(response, 201, { status: { allowed: true, userInfo: { username: 'oriel' } } });
  return status(response, 404, 'not found');
}

function status(response: ServerResponse, code: number, message: string): ServerResponse {
  return json(response, code, { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, message });
}

function json(response: ServerResponse, code: number, body: unknown): ServerResponse {
  return response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function kubeconfigFor(
  { port, authority }: { port: number; authority: KeyPair },
  credential: Credential,
  more: string,
): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const user =
    'token' in credential
      ? `token: ${JSON.stringify(credential.token)}`
      : `client-certificate-data: ${base64(credential.certificate)}, client-key-data: ${base64(credential.key)}`;
  return [
    'current-context: c',
    'contexts: [{name: c, context: {cluster: c, user: c}}]',
    `clusters: [{name: c, cluster: {server: 'https://127.0.0.1:${port}', certificate-authority-data: ${base64(authority.certificate)}}}]`,
    `users: [{name: c, user: {${user}${more}}}]`,
  ].join('\n');
}
