import type { ClusterPorts } from '../../ports.ts';
import type { ManagedProcess } from '../../process/managed-process.ts';
import { startBound } from '../children.ts';
import type { ControlPlane } from '../control-plane/prepare-control-plane.ts';
import { writeKubeconfig } from '../kubeconfig.ts';
import type { ClusterPaths } from '../paths.ts';
import { fakeNodeAnnotation } from './fake-nodes.ts';

export interface KwokOptions {
  readonly name: string;
  readonly address: string;
  readonly ports: ClusterPorts;
  readonly paths: ClusterPaths;
  readonly command: string;
  readonly controlPlane: ControlPlane;
}

/** Plays the kubelets of all annotated nodes, with kwok's own idea of how nodes and pods fare. */
export async function startKwok(options: KwokOptions): Promise<ManagedProcess> {
  const { name, address, ports, paths, command, controlPlane } = options;
  const { pki, server } = controlPlane;
  const authority = pki.authority.certificate;
  const client = await pki.leaf('kwok', { commonName: 'kwok', organization: 'system:masters', usages: ['client'] });
  await pki.leaf('kwok-kubelet', { commonName: 'kwok', usages: ['server'], addresses: [address] });
  await writeKubeconfig(paths.kubeconfig('kwok'), { cluster: name, server, authority, user: 'kwok', client });
  return startBound({
    name: `${name}/kwok`,
    command,
    args: [
      `--kubeconfig=${paths.kubeconfig('kwok')}`,
      `--manage-nodes-with-annotation-selector=${fakeNodeAnnotation}=fake`,
      // All nodes answer at one address: what the API server asks of a kubelet, kwok answers.
      `--node-ip=${address}`,
      `--node-port=${ports.kubelet}`,
      `--server-address=${address}:${ports.kubelet}`,
      `--tls-cert-file=${pki.file('kwok-kubelet.crt')}`,
      `--tls-private-key-file=${pki.file('kwok-kubelet.key')}`,
      // Nobody calls these pods; the range is apart from every real cluster's.
      '--cidr=10.244.0.0/16',
    ],
    logFile: paths.log('kwok'),
  });
}
