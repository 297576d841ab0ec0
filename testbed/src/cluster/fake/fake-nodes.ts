/** As kwok is told to recognise the nodes that it plays. */
export const fakeNodeAnnotation = 'kwok.x-k8s.io/node';

const size = { cpu: '16', memory: '64Gi', pods: '110' };

/** A node without a machine. No taint: what runs on every node runs on this one, in kwok's way. */
export function fakeNode(cluster: string, index: number): { readonly metadata: { readonly name: string } } {
  const name = `${cluster}-${index + 1}`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { [fakeNodeAnnotation]: 'fake' },
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        'kubernetes.io/hostname': name,
        'topology.kubernetes.io/zone': `zone-${'abc'[index % 3]}`,
      },
    },
    status: {
      capacity: size,
      allocatable: size,
      nodeInfo: {
        architecture: 'amd64',
        bootID: '',
        containerRuntimeVersion: 'containerd://1.7.27',
        kernelVersion: '6.12.0',
        kubeProxyVersion: '',
        kubeletVersion: 'v1.34.4',
        machineID: '',
        operatingSystem: 'linux',
        osImage: 'kwok',
        systemUUID: '',
      },
    },
  } as { readonly metadata: { readonly name: string } };
}
