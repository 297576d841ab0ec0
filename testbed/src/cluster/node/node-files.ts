import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClusterPorts } from '../../ports.ts';
import type { ControlPlane } from '../control-plane/prepare-control-plane.ts';
import { renderKubeconfig } from '../kubeconfig.ts';
import type { ClusterNetwork, NodeNetwork } from '../network.ts';
import type { LeafRequest } from '../pki/certificates.ts';
import type { NodePrograms } from '../programs.ts';
import { renderCniConfig } from './cni-config.ts';
import { renderContainerdConfig } from './containerd-config.ts';
import { renderKubeProxyConfig } from './kube-proxy-config.ts';
import { renderKubeletConfig } from './kubelet-config.ts';
import type { Snapshotter } from './snapshotter.ts';

export interface NodeFilesInput {
  readonly cluster: string;
  readonly nodeName: string;
  readonly node: NodeNetwork;
  readonly network: ClusterNetwork;
  readonly ports: ClusterPorts;
  readonly cgroup: string;
  readonly snapshotter: Snapshotter;
  readonly programs: NodePrograms;
  readonly controlPlane: ControlPlane;
}

/** All that a machine would have below `/etc` to be a node of this cluster. */
export async function writeNodeFiles(etc: string, input: NodeFilesInput): Promise<void> {
  const { cluster, nodeName, node, network, ports, programs, controlPlane } = input;
  const { pki, server } = controlPlane;
  const authority = pki.authority.certificate;
  const kubeconfig = async (file: string, request: LeafRequest) => {
    const client = await pki.leaf(file, request);
    return renderKubeconfig({ cluster, server, authority, user: request.commonName, client });
  };
  const serving = await pki.leaf(`${nodeName}-kubelet`, {
    commonName: `system:node:${nodeName}`,
    organization: 'system:nodes',
    usages: ['server'],
    dnsNames: [nodeName],
    addresses: [node.address],
  });
  const files: Record<string, string> = {
    'ca.crt': authority,
    'kubelet.crt': serving.certificate,
    'kubelet.key': serving.key,
    'kubelet.kubeconfig': await kubeconfig(`${nodeName}-kubelet-client`, {
      commonName: `system:node:${nodeName}`,
      organization: 'system:nodes',
      usages: ['client'],
    }),
    'kube-proxy.kubeconfig': await kubeconfig('kube-proxy', { commonName: 'system:kube-proxy', usages: ['client'] }),
    'kubelet.yaml': renderKubeletConfig(input),
    'kube-proxy.yaml': renderKubeProxyConfig({ nodeName, node, ports, clusterCidr: network.cidr }),
    'containerd.toml': renderContainerdConfig(dirname(programs['cni-bridge']), input.snapshotter),
    'cni/10-oriel.conflist': renderCniConfig(node),
    // What pods with the node's DNS get. The host's own servers may be on its loopback, of no use here.
    'resolv.conf': '# No name server outside of the cluster.\n',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(etc, name)), { recursive: true });
    await writeFile(join(etc, name), content, { mode: 0o600 });
  }
}
