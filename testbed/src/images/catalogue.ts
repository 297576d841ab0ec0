import { exec } from '../cluster/exec.ts';
import { pauseImage } from '../cluster/node/containerd-config.ts';
import { ensureDebian } from '../parts/debian.ts';
import { ensurePart } from '../parts/ensure.ts';
import type { Options } from '../parts/progress.ts';
import type { Image } from './image.ts';
import { ensureOwnProgram } from './own-programs.ts';

const nobody = '65534:65534';

const recipes = {
  pause: async (): Promise<Image> => ({
    name: pauseImage,
    entrypoint: ['/pause'],
    user: '65535:65535',
    binaries: { '/pause': await ensureOwnProgram('pause') },
  }),
  busybox: async (options: Options): Promise<Image> => {
    const { busybox = '' } = await ensureDebian(['busybox'], options);
    const applets = (await exec(busybox, ['--list'])).split('\n').filter((name) => name !== '' && name !== 'busybox');
    return {
      name: 'docker.io/library/busybox:1.36-musl',
      entrypoint: [],
      command: ['sh'],
      binaries: { '/bin/busybox': busybox },
      texts: { '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n' },
      links: Object.fromEntries(applets.map((name) => [`/bin/${name}`, 'busybox'])),
    };
  },
  'sample-workload': async (): Promise<Image> => ({
    name: 'oriel.local/sample-workload:1',
    entrypoint: ['/sample-workload'],
    user: nobody,
    binaries: { '/sample-workload': await ensureOwnProgram('sample-workload') },
  }),
  alloy: async (options: Options): Promise<Image> => ({
    name: 'docker.io/grafana/alloy:v1.19.0',
    entrypoint: ['/bin/alloy'],
    command: ['run', '/etc/alloy/config.alloy', '--storage.path=/var/lib/alloy/data'],
    env: { ALLOY_DEPLOY_MODE: 'docker' },
    binaries: { '/bin/alloy': await ensurePart('alloy', options) },
    texts: { '/etc/alloy/config.alloy': '', '/var/lib/alloy/data/.keep': '' },
  }),
  'kube-state-metrics': async (options: Options): Promise<Image> => ({
    name: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.18.0',
    entrypoint: ['/kube-state-metrics'],
    user: nobody,
    binaries: { '/kube-state-metrics': await ensurePart('kube-state-metrics', options) },
  }),
  'node-exporter': async (options: Options): Promise<Image> => ({
    name: 'quay.io/prometheus/node-exporter:v1.9.1',
    entrypoint: ['/bin/node_exporter'],
    user: nobody,
    binaries: { '/bin/node_exporter': await ensurePart('node-exporter', options) },
  }),
  coredns: async (options: Options): Promise<Image> => ({
    name: 'registry.k8s.io/coredns/coredns:v1.13.1',
    entrypoint: ['/coredns'],
    binaries: { '/coredns': await ensurePart('coredns', options) },
  }),
} as const satisfies Readonly<Record<string, (options: Options) => Promise<Image>>>;

export type ImageName = keyof typeof recipes;
export const imageNames = Object.keys(recipes) as ImageName[];

/** What is in the image; waits for its binaries, which may be minutes of building. */
export const describeImage = (name: ImageName, options: Options = {}): Promise<Image> => recipes[name](options);
