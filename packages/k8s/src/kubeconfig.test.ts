import { generateKeyPairSync } from 'node:crypto';
import { createAuthority, issueAgent } from '@oriel/ingest/certificates';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseAccess, serializeAccess } from './api-access.ts';
import { parseKubeconfig } from './kubeconfig.ts';

const authority = await createAuthority('kubernetes');
const leaf = await issueAgent(authority, 'admin');
const base64 = (text: string) => Buffer.from(text).toString('base64');

interface Parts {
  cluster?: Record<string, unknown>;
  user?: Record<string, unknown>;
  more?: Record<string, unknown>;
}

function kubeconfig({ cluster = {}, user = {}, more = {} }: Parts = {}): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'main',
    contexts: [{ name: 'main', context: { cluster: 'c', user: 'u', namespace: 'default' } }],
    clusters: [
      {
        name: 'c',
        cluster: {
          server: 'https://10.0.0.1:6443',
          'certificate-authority-data': base64(authority.certPem),
          ...cluster,
        },
      },
    ],
    users: [{ name: 'u', user: { token: 'abc.def', ...user } }],
    ...more,
  });
}

describe('taken', () => {
  test('token and authority', () => {
    expect(parseKubeconfig(kubeconfig())).toEqual({
      server: 'https://10.0.0.1:6443',
      caPem: authority.certPem.endsWith('\n') ? authority.certPem : `${authority.certPem}\n`,
      token: 'abc.def',
    });
  });

  test('a client certificate with its key; a path behind which the API stands; a server name', () => {
    const user = { token: '', 'client-certificate-data': base64(leaf.certPem), 'client-key-data': base64(leaf.keyPem) };
    const cluster = { server: 'https://rancher.example.org/k8s/clusters/c-1/', 'tls-server-name': 'kubernetes' };
    expect(parseKubeconfig(kubeconfig({ cluster, user }))).toMatchObject({
      server: 'https://rancher.example.org/k8s/clusters/c-1',
      tlsServerName: 'kubernetes',
      clientCertificate: { certPem: leaf.certPem, keyPem: leaf.keyPem },
    });
  });

  test('JSON, and contexts beside the current one that could not be used', () => {
    const text = kubeconfig({
      cluster: { 'insecure-skip-tls-verify': false },
      more: {
        users: [
          { name: 'u', user: { token: 't' } },
          { name: 'other', user: { exec: { command: 'aws' } } },
        ],
      },
    });
    expect(parseKubeconfig(text).token).toBe('t');
  });

  test('what is kept can be written down and read back', () => {
    const access = parseKubeconfig(kubeconfig());
    expect(parseAccess(serializeAccess(access))).toEqual(access);
  });
});

describe('refused, each with its own sentence', () => {
  const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });
  const certificate = { 'client-certificate-data': base64(leaf.certPem), 'client-key-data': base64(leaf.keyPem) };
  test.each<[string, Parts, string]>([
    ['exec', { user: { exec: { command: 'aws', apiVersion: 'v1' } } }, 'runs a program to sign in (exec)'],
    ['auth-provider', { user: { 'auth-provider': { name: 'gcp' } } }, 'auth-provider'],
    [
      'authority file',
      { cluster: { 'certificate-authority': '/etc/passwd' } },
      'a file on your machine (certificate-authority)',
    ],
    ['certificate file', { user: { 'client-certificate': '/c' } }, 'a file on your machine (client-certificate)'],
    ['key file', { user: { 'client-key': '/k' } }, 'a file on your machine (client-key)'],
    ['token file', { user: { tokenFile: '/var/run/secrets/token' } }, 'a file on your machine (tokenFile)'],
    ['no verification', { cluster: { 'insecure-skip-tls-verify': true } }, 'switches TLS verification off'],
    [
      'no verification, as a text',
      { cluster: { 'insecure-skip-tls-verify': 'true' } },
      'switches TLS verification off',
    ],
    ['proxy', { cluster: { 'proxy-url': 'http://127.0.0.1:1' } }, 'through a proxy'],
    ['http', { cluster: { server: 'http://10.0.0.1:8080' } }, 'in the open'],
    ['file url', { cluster: { server: 'file:///etc/passwd' } }, 'is not an address'],
    ['no url', { cluster: { server: '10.0.0.1:6443' } }, 'is not an address'],
    ['no scheme', { cluster: { server: 'localhost:6443' } }, 'is not an address'],
    ['nonsense', { cluster: { server: 'https://' } }, 'is not an address'],
    ['no server', { cluster: { server: '' } }, 'has no server address'],
    ['password in the address', { cluster: { server: 'https://a:b@10.0.0.1' } }, 'holds a name, a password'],
    ['basic auth', { user: { username: 'a', password: 'b' } }, 'name and password'],
    ['impersonation', { user: { as: 'system:admin' } }, 'impersonates'],
    ['impersonation of groups', { user: { 'as-groups': ['system:masters'] } }, 'impersonates'],
    ['unknown user field', { user: { 'x-future': 'y' } }, 'the field "x-future"'],
    ['unknown cluster field', { cluster: { socks: 'y' } }, 'the field "socks"'],
    ['header injection', { user: { token: 'a\r\nX-Scope-OrgID: b' } }, 'spaces or line breaks'],
    ['no credential', { user: { token: '' } }, 'neither a token nor a client certificate'],
    ['half a certificate', { user: { 'client-key-data': base64(leaf.keyPem) } }, 'Both are needed'],
    ['wrong key', { user: { ...certificate, 'client-key-data': base64(String(otherKey)) } }, 'does not belong'],
    ['no base64', { cluster: { 'certificate-authority-data': '???' } }, 'is not base64'],
    ['no certificate', { cluster: { 'certificate-authority-data': base64('hello') } }, 'holds no PEM certificate'],
    ['token is a number', { user: { token: 123 } }, '"token" is not a text'],
    ['no such context', { more: { 'current-context': 'gone' } }, 'needs the context "gone"'],
    ['no such user', { more: { users: [] } }, 'needs the user "u"'],
    ['no users at all', { more: { users: null } }, 'not a kubeconfig'],
    [
      'two clusters of one name',
      { more: { clusters: [1, 2].map((port) => ({ name: 'c', cluster: { server: `https://a:${port}` } })) } },
      'contains the cluster "c" 2 times',
    ],
    [
      'no current context among several',
      {
        more: {
          'current-context': '',
          contexts: [
            { name: 'a', context: {} },
            { name: 'b', context: {} },
          ],
        },
      },
      'names no current-context',
    ],
  ])('%s', (_, parts, sentence) => {
    const text = kubeconfig(parts);
    expect(() => parseKubeconfig(text)).toThrow(sentence);
    expect(() => parseKubeconfig(text)).toThrow(expect.objectContaining({ code: 'bad_input', field: 'kubeconfig' }));
  });

  test.each([
    ['empty', ' \n'],
    ['a word', 'hello'],
    ['a list', '- a'],
    ['a tag that would run code', '!!js/function "function(){}"'],
    ['two documents', `${kubeconfig()}---\n${kubeconfig()}`],
    ['a key twice', `${kubeconfig()}\nkind: Config\n`],
    ['aliases', 'a: &a [x]\nb: *a\nclusters: []\nusers: []\ncontexts: []\n'],
    [
      'a billion laughs',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`).join('\n')}`,
    ],
    ['a deep nest', '['.repeat(100_000)],
    ['40,000 keys', Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['9,000 keys', Array.from({ length: 9_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['a prototype', '__proto__: {clusters: [], users: [], contexts: []}'],
  ])('%s', (_, text) => {
    const started = performance.now();
    expect(() => parseKubeconfig(text)).toThrow(expect.objectContaining({ code: 'bad_input' }));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test.each(['constructor', 'toString', '__proto__'])('a field named %s is an unknown field', (name) => {
    const user = JSON.parse(`{"token": "t", "${name}": {"a": 1}}`);
    expect(() => parseKubeconfig(kubeconfig({ user }))).not.toThrow(/native code/);
  });

  test.each(['127.0.0.1', '::1', 'a\u0000b', 'a\r\nHost: b', '-x'])('a tls-server-name that is none: %j', (name) => {
    const cluster = { server: 'https://a.example', 'tls-server-name': name };
    expect(() => parseKubeconfig(kubeconfig({ cluster }))).toThrow('tls-server-name');
  });

  test('too large', () => {
    expect(() => parseKubeconfig(`#${'x'.repeat(600_000)}`)).toThrow(expect.objectContaining({ code: 'too_large' }));
  });

  test('no sentence repeats a secret', () => {
    for (const user of [
      { token: 'sec ret' },
      { token: 's3cret', exec: {} },
      { token: 's3cret', 'client-key-data': 's3cret!' },
    ]) {
      expect(() => parseKubeconfig(kubeconfig({ user }))).toThrow(
        expect.not.objectContaining({ message: expect.stringMatching(/s3cret|sec ret/) }),
      );
    }
  });
});
