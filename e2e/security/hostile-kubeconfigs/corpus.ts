import { hostileHost, hostileServer, rebindingServer } from './addresses.ts';
import { goodAddress, port, zone } from './place.ts';
import { type Dice, dice } from './random.ts';
import { yamlBomb } from './yaml-bombs.ts';

export interface HostileKubeconfig {
  readonly kind: string;
  readonly text: string;
}

export interface Baits {
  /** Of the server at the permitted address, so that nothing but the attack fails. */
  readonly caPem: string;
  /** A folder with a secret to read and room for a program to leave a trace. */
  readonly folder: string;
}

type Fields = Record<string, unknown>;
interface Parts {
  readonly cluster?: Fields;
  readonly user?: Fields;
  /** Instead of all that. */
  readonly text?: string;
}

const good = `https://${goodAddress}:${port}`;

const attacks: Record<string, (rolls: Dice, baits: Baits) => Parts> = {
  exec: ({ pick, below }, { folder }) => {
    const command = pick(['/bin/sh', 'sh', '../../../bin/sh', '/usr/bin/env', 'aws']);
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command,
      args: ['-c', `touch ${folder}/ran-${below(1e6)}`],
      interactiveMode: 'Never',
    };
    return {
      user: pick<Fields>([
        { exec },
        { token: undefined, exec },
        { exec: [exec] },
        { exec: command },
        { 'exec ': exec },
        { Exec: exec },
      ]),
    };
  },
  'auth-provider': ({ pick }, { folder }) => {
    const config = {
      'cmd-path': '/bin/sh',
      'cmd-args': `-c "touch ${folder}/ran"`,
      'idp-certificate-authority': `${folder}/secret`,
      'idp-issuer-url': 'https://127.0.0.1:6443',
    };
    return { user: { 'auth-provider': { name: pick(['gcp', 'oidc', 'azure', 'openstack']), config } } };
  },
  file: ({ pick }, { folder }) => {
    const path = pick([
      `${folder}/secret`,
      '/etc/shadow',
      `file://${folder}/secret`,
      '/proc/self/environ',
      '../../../../etc/passwd',
      '/dev/zero',
      '~/.kube/config',
    ]);
    const field = pick(['certificate-authority', 'client-certificate', 'client-key', 'tokenFile', 'token-file']);
    return field === 'certificate-authority' ? { cluster: { [field]: path } } : { user: { [field]: path } };
  },
  'data that is a path': ({ pick }, { folder }) => {
    const field = pick(['client-certificate-data', 'client-key-data']);
    return pick<Parts>([
      { cluster: { 'certificate-authority-data': `${folder}/secret` } },
      { user: { [field]: `@${folder}/secret` } },
    ]);
  },
  address: (rolls) => ({ cluster: { server: hostileServer(rolls) } }),
  'address on another port': (rolls) => ({
    cluster: { server: `https://${hostileHost(rolls)}${rolls.pick(['', ':443', ':10250', ':5432'])}` },
  }),
  rebinding: (rolls) => ({ cluster: { server: rebindingServer(rolls) } }),
  redirect: (rolls) => ({
    cluster: { server: `${good}/redirect/${Buffer.from(hostileServer(rolls)).toString('base64url')}` },
  }),
  proxy: (rolls) => ({
    cluster: { 'proxy-url': `${rolls.pick(['http', 'https', 'socks5', 'socks5h'])}://${hostileHost(rolls)}:3128` },
  }),
  impersonation: ({ pick }) => ({
    user: pick<Fields>([
      { as: 'system:admin' },
      { 'as-groups': ['system:masters'] },
      { 'as-user-extra': { a: ['b'] } },
    ]),
  }),
  'tls name': (rolls) => ({
    cluster: {
      'tls-server-name': rolls.pick([
        '127.0.0.1',
        '::1',
        'a\u0000b',
        'a\r\nHost: b',
        '*',
        `${'x'.repeat(300)}.test`,
        '/etc/passwd',
        hostileHost(rolls),
      ]),
    },
  }),
  'no tls': ({ pick }) => ({
    cluster: {
      'insecure-skip-tls-verify': pick([true, 'true', 1, 'yes']),
      ...pick<Fields>([{}, { 'certificate-authority-data': '' }]),
    },
  }),
  url: (rolls) => {
    const host = hostileHost(rolls);
    return {
      cluster: {
        server: rolls.pick<unknown>([
          `http://${host}:${port}`,
          `http://${goodAddress}`,
          `file:///etc/passwd`,
          'unix:///var/run/docker.sock',
          'https+unix://%2fvar%2frun%2fdocker.sock',
          `https://admin:pw@${host}:${port}`,
          `https://${goodAddress}@${host}:${port}`,
          `https://${host}\\@${goodAddress}`,
          `https://${goodAddress}#@${host}`,
          `https://${goodAddress}?@${host}`,
          `https://${host}:99999`,
          `https://${host}:0`,
          `https://${host}:-1`,
          `https:${host}:${port}`,
          `https:\\\\${host}:${port}`,
          `\thttps://${host}:${port}\n`,
          `https://${host}:${port}/../..`,
          `https://${host}:${port}/%00`,
          ` javascript:alert(1)`,
          `//${host}:${port}`,
          `https://`,
          `https://[`,
          `https://${goodAddress}:${port}/\r\nX-A: b`,
          'data:,x',
          ['https://a'],
          { toString: 'x' },
          6443,
          null,
        ]),
      },
    };
  },
  prototype: ({ pick }) => {
    const name = pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']);
    return pick<() => Parts>([
      () => ({ cluster: { [`x-${name}`]: 1 } }),
      () => ({ user: JSON.parse(`{"${name}": {"exec": {"command": "sh"}, "token": "t"}}`) as Fields }),
      () => ({ cluster: JSON.parse(`{"${name}": {"server": "https://127.0.0.1:${port}"}}`) as Fields }),
      () => ({ text: `${name}:\n  clusters: []\n  users: []\n  contexts: []\n` }),
    ])();
  },
  yaml: (rolls) => ({ text: yamlBomb(rolls, hostileServer(rolls)) }),
  'two of a name': (rolls) => ({ text: twice(hostileServer(rolls)) }),
};

/** As many as asked for, all kinds in turn, the same for the same seed. */
export function hostileKubeconfigs(count: number, seed: number, baits: Baits): HostileKubeconfig[] {
  const rolls = dice(seed);
  const kinds = Object.entries(attacks);
  return Array.from({ length: count }, (_, index) => {
    const [kind, attack] = kinds[index % kinds.length] as (typeof kinds)[number];
    const { cluster, user, text } = attack(rolls, baits);
    return { kind, text: text ?? kubeconfigWith(cluster, user, baits.caPem) };
  });
}

/** One that is as it should be, for a control. */
export function honestKubeconfig({ caPem }: Baits): string {
  return kubeconfigWith({}, {}, caPem);
}

function kubeconfigWith(cluster: Fields = {}, user: Fields = {}, caPem: string): string {
  const data = Buffer.from(caPem).toString('base64');
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'c',
    contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
    clusters: [
      {
        name: 'c',
        cluster: { server: good, 'certificate-authority-data': data, 'tls-server-name': `good.${zone}`, ...cluster },
      },
    ],
    users: [{ name: 'u', user: { token: 'a-token', ...user } }],
  });
}

function twice(server: string): string {
  return `current-context: c\ncontexts: [{name: c, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {token: t}}]\nclusters:\n- {name: c, cluster: {server: '${good}'}}\n- {name: c, cluster: {server: '${server}'}}\n`;
}
