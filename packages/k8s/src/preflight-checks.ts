import { X509Certificate } from 'node:crypto';
import type { ApiAccess } from './api-access.ts';
import type { ApiServer } from './api-server.ts';
import { ClusterError } from './cluster-error.ts';
import { notKubernetes } from './not-kubernetes.ts';
import { describeRight, neededRights, type Right } from './rights.ts';

const oldest = { major: 1, minor: 27 };

/** Asks the API server who we are to it; an expired client certificate is named with its date. */
export async function checkCredentialAge(access: ApiAccess, api: ApiServer, signal?: AbortSignal): Promise<string> {
  const certificate = access.clientCertificate && new X509Certificate(access.clientCertificate.certPem);
  const validTo = certificate && new Date(certificate.validTo);
  if (validTo !== undefined && validTo.getTime() < Date.now()) {
    throw new ClusterError('forbidden', {
      reason: 'CredentialExpired',
      what: `The client certificate in the kubeconfig expired on ${validTo.toISOString().slice(0, 10)}.`,
      fix: 'Have a new one issued and paste that kubeconfig.',
      status: 401,
    });
  }
  const body = JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' });
  const path = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
  try {
    const review = await api.call({ method: 'POST', path, body, what: 'ask who it is' }, signal);
    const name = (review as { status?: { userInfo?: { username?: string } } }).status?.userInfo?.username;
    return `Signed in as ${name ?? 'somebody'}.`;
  } catch (error) {
    // Clusters before 1.28 lack this question; they still tell a wrong credential apart by 401.
    if (error instanceof ClusterError && error.fault.status === 404) return 'The credential is accepted.';
    throw error;
  }
}

/** `v1.34.4` */
export async function readVersion(api: ApiServer, signal?: AbortSignal): Promise<string> {
  const answer = (await api.call({ method: 'GET', path: '/version', what: 'read the version' }, signal)) as
    | { gitVersion?: unknown }
    | undefined;
  if (typeof answer?.gitVersion === 'string') return answer.gitVersion.slice(0, 60);
  throw notKubernetes(api.server);
}

export function checkVersion(version: string): string {
  const [, major = 0, minor = 0] = /^v?(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return `Kubernetes ${version}.`;
  throw new ClusterError('bad_input', {
    reason: 'VersionTooOld',
    what: `The cluster runs Kubernetes ${version}; Oriel needs ${oldest.major}.${oldest.minor} or newer.`,
    fix: 'Upgrade the cluster first.',
    status: 200,
  });
}

/** One question where the account may do everything, one per right where it may not. */
export async function checkRights(api: ApiServer, signal?: AbortSignal): Promise<string> {
  const everything: Right = { verb: '*', group: '*', resource: '*' };
  if (await mayDo(api, everything, signal)) return 'The account may do everything Oriel needs.';
  const answers = await Promise.all(
    neededRights.map(async (right) => ({ right, may: await mayDo(api, right, signal) })),
  );
  const missing = answers.filter(({ may }) => !may).map(({ right }) => right);
  if (missing.length === 0) return `The account has all ${neededRights.length} rights that Oriel needs.`;
  const shown = missing.slice(0, 4).map(describeRight).join(', ');
  throw new ClusterError('forbidden', {
    reason: 'RightsMissing',
    what: `The account lacks ${missing.length} of ${neededRights.length} rights, among them: ${shown}.`,
    fix: 'Bind it to the cluster role cluster-admin, or to that of docs/cluster-role.yaml, then check again.',
    status: 403,
  });
}

async function mayDo(api: ApiServer, right: Right, signal: AbortSignal | undefined): Promise<boolean> {
  const spec =
    'url' in right
      ? { nonResourceAttributes: { verb: right.verb, path: right.url } }
      : {
          resourceAttributes: {
            verb: right.verb,
            group: right.group,
            resource: right.resource,
            ...(right.subresource === undefined ? {} : { subresource: right.subresource }),
            ...(right.namespace === undefined ? {} : { namespace: right.namespace }),
          },
        };
  const body = JSON.stringify({ apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec });
  const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
  const review = await api.call({ method: 'POST', path, body, what: 'ask about rights' }, signal);
  return (review as { status?: { allowed?: boolean } }).status?.allowed === true;
}
