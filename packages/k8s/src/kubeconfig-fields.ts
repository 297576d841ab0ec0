import { refuse } from './kubeconfig-refusal.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Fields that change who is spoken to, or as whom, and cannot be kept: each is refused with its own sentence. */
const clusterRefusals: Record<string, string> = {
  'insecure-skip-tls-verify':
    'It switches TLS verification off (insecure-skip-tls-verify), so anybody on the way could read the credential. Put the authority into certificate-authority-data instead.',
  'proxy-url':
    'It reaches the API server through a proxy (proxy-url), which is not supported. Use an address that Oriel reaches directly.',
  'certificate-authority':
    'It points at a file on your machine (certificate-authority), which Oriel never opens. Run "kubectl config view --raw --flatten --minify" and paste its output.',
};
const userRefusals: Record<string, string> = {
  exec: 'Its user runs a program to sign in (exec), which Oriel never does. Create a service account and use its token instead.',
  'auth-provider':
    'Its user signs in through an auth-provider, which Oriel never runs. Create a service account and use its token instead.',
  'client-certificate':
    'It points at a file on your machine (client-certificate), which Oriel never opens. Run "kubectl config view --raw --flatten --minify" and paste its output.',
  'client-key':
    'It points at a file on your machine (client-key), which Oriel never opens. Run "kubectl config view --raw --flatten --minify" and paste its output.',
  tokenFile:
    'It points at a file on your machine (tokenFile), which Oriel never opens. Put the token itself into "token".',
  username:
    'Its user signs in by name and password, which Kubernetes dropped in 1.19. Use a token or a client certificate.',
  as: 'Its user impersonates somebody else ("as"), which is not supported. Use that account’s own token.',
};
const clusterFields = ['server', 'certificate-authority-data', 'tls-server-name', 'disable-compression', 'extensions'];
const userFields = ['token', 'client-certificate-data', 'client-key-data', 'extensions'];

/** The cluster of the context: nothing in it may weaken TLS or name a file. */
export function checkClusterFields(fields: Fields): void {
  checkFields(fields, clusterRefusals, clusterFields, 'cluster');
}

/** The user of the context: a token or a certificate, nothing that would run or read something. */
export function checkUserFields(fields: Fields): void {
  checkFields(fields, userRefusals, userFields, 'user');
}

function checkFields(fields: Fields, refusals: Record<string, string>, allowed: readonly string[], kind: string): void {
  for (const [name, value] of Object.entries(fields)) {
    const refusal = Object.hasOwn(refusals, name) ? refusals[name] : name.startsWith('as-') ? refusals.as : undefined;
    if (value === null || value === undefined || value === '' || value === false) continue;
    if (refusal !== undefined) throw refuse(refusal);
    if (!allowed.includes(name))
      throw refuse(`Its ${kind} has the field "${printable(name)}", which Oriel does not know. Remove it.`);
  }
}

export function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw refuse(`Its field "${name}" is not a text.`);
  return value;
}

export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
}
