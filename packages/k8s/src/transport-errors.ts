import { ClusterError } from './cluster-error.ts';

/** Maps what sockets, TLS and DNS say to a reason and a sentence. `server` is the address as people know it. */
export function transportError(error: unknown, server: string, timeoutMs: number): ClusterError {
  const root = rootOf(error);
  const known = sentences[root.code];
  if (known !== undefined) {
    const [reason, what, fix] = known;
    return new ClusterError('unavailable', {
      reason,
      what: what.replace('%s', server).replace('%d', root.message),
      fix,
      cause: error,
    });
  }
  if (root.name === 'TimeoutError' || root.code.includes('TIMEOUT') || root.code === 'ETIMEDOUT') {
    return new ClusterError('timed_out', {
      reason: 'TimedOut',
      what: `${server} did not answer within ${Math.round(timeoutMs / 1000)} s.`,
      fix: 'Check that a firewall lets Oriel through and that the API server runs.',
      cause: error,
    });
  }
  if (root.code.includes('SSL') || root.code === 'EPROTO') {
    return new ClusterError('unavailable', {
      reason: 'TlsFailed',
      what: `The TLS handshake with ${server} failed.`,
      fix: "Check that this is the API server's port and that it accepts the client certificate.",
      cause: error,
    });
  }
  return new ClusterError('unavailable', {
    reason: 'ConnectionLost',
    what: `The connection to ${server} broke.`,
    fix: 'Check the network between Oriel and the cluster.',
    cause: error,
  });
}

/** Reason, what is wrong (%s: the server, %d: the detail), what to do. */
type Sentence = readonly [reason: string, what: string, fix: string];

const unknownAuthority: Sentence = [
  'TlsUnknownAuthority',
  'The certificate of %s is not signed by the authority in the kubeconfig.',
  "Put the cluster's current authority into certificate-authority-data.",
];
const noRoute: Sentence = [
  'NoRoute',
  'There is no network route to %s.',
  'Check VPN, routing and the address in the kubeconfig.',
];
const plainHttp: Sentence = ['TlsFailed', '%s does not speak TLS.', "Use the API server's https port (often 6443)."];

const sentences: Record<string, Sentence> = {
  ENOTFOUND: [
    'DnsFailed',
    'The name of %s is not known to DNS.',
    'Check the spelling, or use an address that Oriel can resolve.',
  ],
  EAI_AGAIN: [
    'DnsFailed',
    'DNS did not answer for %s.',
    'Check the resolver of the machine that Oriel runs on, then try again.',
  ],
  ECONNREFUSED: [
    'ConnectionRefused',
    '%s refused the connection: nothing listens there.',
    'Check host and port, and that the API server runs.',
  ],
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  EACCES: noRoute,
  ORIEL_ADDRESS_REFUSED: ['AddressRefused', '%s is refused: %d', 'Use the address of the API server in your network.'],
  CERT_HAS_EXPIRED: [
    'TlsExpired',
    'The certificate of %s has expired.',
    "Renew the API server's certificate, then try again.",
  ],
  CERT_NOT_YET_VALID: [
    'TlsNotYetValid',
    'The certificate of %s is not valid yet.',
    "Compare the clocks of the cluster and of Oriel's machine.",
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'TlsWrongName',
    'The certificate of %s was made for other names.',
    'Use one of its names as server, or set tls-server-name in the kubeconfig.',
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  CERT_SIGNATURE_FAILURE: unknownAuthority,
  CERT_UNTRUSTED: unknownAuthority,
  INVALID_CA: unknownAuthority,
  ERR_SSL_WRONG_VERSION_NUMBER: plainHttp,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: plainHttp,
  UND_ERR_RES_EXCEEDED_MAX_SIZE: [
    'AnswerTooLarge',
    '%s sent more than Oriel takes in one answer.',
    'Check that this is a Kubernetes API server.',
  ],
};

/** The innermost error: undici and Happy Eyeballs wrap it. */
function rootOf(error: unknown): { code: string; name: string; message: string } {
  let current = error;
  for (let depth = 0; depth < 5; depth++) {
    if (current instanceof AggregateError && current.errors.length > 0) current = current.errors[0];
    else if (current instanceof Error && current.cause instanceof Error) current = current.cause;
    else break;
  }
  const { code, name, message } = (current ?? {}) as { code?: unknown; name?: unknown; message?: unknown };
  return { code: String(code ?? ''), name: String(name ?? ''), message: String(message ?? '') };
}
