import { isIP } from 'node:net';
import { z } from 'zod';
import type { ApiAccess } from './api-access.ts';
import { checkClusterFields, checkUserFields, type Fields, optionalText, printable } from './kubeconfig-fields.ts';
import { readCertificateAuthority, readClientCertificate } from './kubeconfig-pem.ts';
import { refuse } from './kubeconfig-refusal.ts';
import { readKubeconfigYaml } from './kubeconfig-yaml.ts';

const named = z.array(z.looseObject({ name: z.string() })).max(1000);
const kubeconfig = z.looseObject({
  'current-context': z.string().optional(),
  clusters: named,
  contexts: named,
  users: named,
});

/**
 * Reads a kubeconfig's current context into the allow-listed structure. No file is opened, no program run, no
 * address looked up. Throws `bad_input` on the field `kubeconfig` with one sentence that says what to change.
 */
export function parseKubeconfig(text: string): ApiAccess {
  const parsed = kubeconfig.safeParse(readKubeconfigYaml(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(
      `This is not a kubeconfig: ${issue?.path.join('.') || 'the text'} is not as expected. Paste the output of "kubectl config view --raw --flatten --minify".`,
    );
  }
  const { cluster, user } = selectContext(parsed.data);
  checkClusterFields(cluster);
  checkUserFields(user);

  const token = optionalText(user, 'token');
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
    throw refuse('Its token holds spaces or line breaks. Paste it without them.');
  const clientCertificate = readClientCertificate(
    optionalText(user, 'client-certificate-data'),
    optionalText(user, 'client-key-data'),
  );
  if (token === undefined && clientCertificate === undefined) {
    throw refuse(
      'Its user has neither a token nor a client certificate, so Oriel could not sign in. Create a service account token and add it.',
    );
  }
  const caPem = readCertificateAuthority(optionalText(cluster, 'certificate-authority-data'));
  const tlsServerName = readTlsServerName(optionalText(cluster, 'tls-server-name'));
  return {
    server: readServer(optionalText(cluster, 'server')),
    ...(caPem === undefined ? {} : { caPem }),
    ...(tlsServerName === undefined ? {} : { tlsServerName }),
    ...(token === undefined ? {} : { token }),
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
  };
}

function selectContext(config: z.infer<typeof kubeconfig>) {
  const wanted = config['current-context'] ?? (config.contexts.length === 1 ? config.contexts[0]?.name : undefined);
  if (wanted === undefined || wanted === '') {
    throw refuse(
      'It names no current-context. Run "kubectl config use-context <name>" first, or paste a file with one context.',
    );
  }
  const context = only(config.contexts, 'context', wanted);
  return {
    cluster: only(config.clusters, 'cluster', optionalText(context, 'cluster') ?? ''),
    user: only(config.users, 'user', optionalText(context, 'user') ?? ''),
  };
}

/** The one entry of that name: of two, kubectl takes the first without a word. */
function only(entries: readonly Fields[], kind: 'cluster' | 'context' | 'user', name: string): Fields {
  const found = entries.filter((candidate) => candidate.name === name);
  const shown = `the ${kind} "${printable(name)}"`;
  if (found.length === 0) throw refuse(`Its current context needs ${shown}, which it does not contain.`);
  if (found.length > 1) throw refuse(`It contains ${shown} ${found.length} times. Keep one.`);
  const fields = z.record(z.string(), z.unknown()).safeParse(found[0]?.[kind] ?? {});
  if (!fields.success) throw refuse(`Its entry for ${shown} is not a list of fields.`);
  return fields.data;
}

function readServer(server: string | undefined): string {
  if (server === undefined) throw refuse('Its cluster has no server address.');
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw refuse(
      `Its server "${printable(server)}" is not an address. One looks like https://cluster.example.org:6443.`,
    );
  if (url.protocol !== 'https:') {
    throw refuse(
      'Its server uses http, so the credential would travel in the open. Use the https address of the API server.',
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw refuse(
      'Its server address holds a name, a password, a query or a fragment. Keep only https, host, port and path.',
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** A name in the certificate (RFC 6066 allows DNS names only), never something that a TLS library may read otherwise. */
function readTlsServerName(name: string | undefined): string | undefined {
  if (name === undefined || (/^(?!-)[A-Za-z0-9.-]{1,253}$/.test(name) && isIP(name) === 0)) return name;
  throw refuse('Its tls-server-name is not a host name. Use one of the names in the certificate.');
}
