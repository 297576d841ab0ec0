import type { ClusterPorts } from '../../ports.ts';
import type { ManagedProcess } from '../../process/managed-process.ts';
import { type Api, createApi } from '../api.ts';
import { writeKubeconfig } from '../kubeconfig.ts';
import { services } from '../network.ts';
import type { ClusterPaths } from '../paths.ts';
import type { LeafRequest } from '../pki/certificates.ts';
import { ensureEtcdAuthority, ensurePki, type Pki } from '../pki/ensure-pki.ts';
import type { ControlPlanePrograms } from '../programs.ts';

export interface ControlPlane {
  readonly server: string;
  readonly pki: Pki;
  readonly api: Api;
  readonly etcd: Api;
}

export interface ControlPlaneOptions {
  readonly name: string;
  readonly address: string;
  readonly ports: ClusterPorts;
  readonly paths: ClusterPaths;
  readonly programs: ControlPlanePrograms;
  /** Called for each process as it starts, so that a start that fails later can end it. */
  readonly started: (process: ManagedProcess) => void;
}

/** Certificates and kubeconfigs; quick, and all that nodes need to be prepared. */
export async function prepareControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const { name, address, ports, paths } = options;
  const server = `https://${address}:${ports.apiServer}`;
  const pki = await ensurePki(paths.pki);
  const etcdAuthority = await ensureEtcdAuthority(pki);
  await pki.leaf('etcd', { commonName: 'etcd', usages: ['server', 'client'], addresses: ['127.0.0.1'] }, etcdAuthority);
  const ofEtcd = await pki.leaf('etcd-client', { commonName: 'kube-apiserver', usages: ['client'] }, etcdAuthority);
  await pki.leaf('apiserver', {
    commonName: 'kube-apiserver',
    usages: ['server'],
    dnsNames: [
      'localhost',
      'kubernetes',
      'kubernetes.default',
      'kubernetes.default.svc',
      'kubernetes.default.svc.cluster.local',
    ],
    addresses: [address, '127.0.0.1', services.kubernetes],
  });
  await pki.leaf('apiserver-kubelet', {
    commonName: 'kube-apiserver-kubelet-client',
    organization: 'system:masters',
    usages: ['client'],
  });
  const authority = pki.authority.certificate;
  const user = async (file: string, path: string, request: LeafRequest) => {
    const client = await pki.leaf(file, request);
    await writeKubeconfig(path, { cluster: name, server, authority, user: request.commonName, client });
    return client;
  };
  for (const component of ['kube-controller-manager', 'kube-scheduler']) {
    const request = { commonName: `system:${component}`, usages: ['client'] } as const;
    await user(component, paths.kubeconfig(component), request);
  }
  const admin = await user('admin', paths.adminKubeconfig, {
    commonName: 'admin',
    organization: 'system:masters',
    usages: ['client'],
  });
  return {
    server,
    pki,
    api: createApi(server, authority, admin),
    etcd: createApi(`https://127.0.0.1:${ports.etcdClient}`, etcdAuthority.certificate, ofEtcd),
  };
}
