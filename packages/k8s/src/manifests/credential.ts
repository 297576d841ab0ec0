import type { AgentCertificate } from '@oriel/domain/desired-state';
import { names } from '../labels.ts';
import type { KubernetesObject } from '../objects.ts';
import { namespacedMeta } from './common.ts';

export const credentialFolder = '/etc/oriel/tls';

/** The agents' client certificate and the ingest gateway's authority, as files under `credentialFolder`. */
export function credential(clusterId: string, certificate: AgentCertificate, caPem: string): KubernetesObject {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: namespacedMeta(clusterId, names.credential),
    type: 'Opaque',
    data: { 'tls.crt': base64(certificate.certPem), 'tls.key': base64(certificate.keyPem), 'ca.crt': base64(caPem) },
  };
}
