import { mkdir } from 'node:fs/promises';
import type { ClusterPorts } from '../../ports.ts';
import type { ManagedProcess } from '../../process/managed-process.ts';
import { type Api, createApi } from '../api.ts';
import { startBound } from '../children.ts';
import { writeKubeconfig } from '../kubeconfig.ts';
import { services } from '../network.ts';
import type { ClusterPaths } from '../paths.ts';
import type { LeafRequest } from '../pki/certificates.ts';
import { ensureEtcdAuthority, ensurePki, type Pki } from '../pki/ensure-pki.ts';
import type { ControlPlanePrograms } from '../programs.ts';
import {
  apiServerArguments,
  type ControlPlaneInput,
  controllerManagerArguments,
  etcdArguments,
  schedulerArguments,
} from './arguments.ts';

export interface ControlPlane {
  readonly server: string;
  readonly pki: Pki;
  readonly api: Api;
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
  await pki.leaf('etcd-client', { commonName: 'kube-apiserver', usages: ['client'] }, etcdAuthority);
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
  return { server, pki, api: createApi(server, authority, admin) };
}

/** Returns when the API server answers; controllers and scheduler come up behind it. */
export async function startControlPlane(options: ControlPlaneOptions, { pki, api }: ControlPlane): Promise<void> {
  const { name, address, ports, paths, programs, started } = options;
  const input: ControlPlaneInput = {
    address,
    ports,
    etcdData: paths.etcd,
    pki: pki.file,
    kubeconfig: paths.kubeconfig,
  };
  // etcd wants its data to be its own: it warns about anything wider.
  await mkdir(paths.etcd, { recursive: true, mode: 0o700 });
  const start = async (part: string, command: string, args: string[], ready?: () => Promise<boolean>) =>
    started(
      await startBound({
        name: `${name}/${part}`,
        command,
        args,
        logFile: paths.log(part),
        // A machine that compiles at the same time takes minutes for what it does in seconds.
        readyTimeoutMs: 180_000,
        // The API server waits for clients that are gone with their node; what counts is in etcd by then.
        stopTimeoutMs: 2_000,
        ...(ready && { ready }),
      }),
    );
  await start('etcd', programs.etcd, etcdArguments(input));
  // The API server waits for etcd by itself, and spends its first second on other things.
  await start('kube-apiserver', programs['kube-apiserver'], apiServerArguments(input), async () => {
    return (await api.get('/readyz')).status === 200;
  });
  await start('kube-controller-manager', programs['kube-controller-manager'], controllerManagerArguments(input));
  await start('kube-scheduler', programs['kube-scheduler'], schedulerArguments(input));
}
