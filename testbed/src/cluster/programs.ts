import { ensureDebian } from '../parts/debian.ts';
import { ensureParts } from '../parts/ensure.ts';
import type { Options } from '../parts/progress.ts';
import { type Reporting, reportParts } from './report-parts.ts';

type Paths<Name extends string> = Readonly<Record<Name, string>>;

const controlPlane = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'] as const;
const node = ['kubelet', 'kube-proxy'] as const;
/** What runs by name from PATH is listed too: it shall be missed before, not in the middle of, a start. */
const nodeDebian = [
  'containerd',
  'ctr',
  'containerd-shim-runc-v2',
  'runc',
  'cni-bridge',
  'cni-host-local',
  'cni-loopback',
  'cni-portmap',
  'iptables',
  'conntrack',
] as const;

export type ControlPlanePrograms = Paths<'etcd' | (typeof controlPlane)[number]>;
export type NodePrograms = Paths<(typeof node)[number] | (typeof nodeDebian)[number]>;

export async function controlPlanePrograms(reporting: Reporting): Promise<ControlPlanePrograms> {
  return find(controlPlane, ['etcd', 'ip'], reportParts(reporting));
}

export async function nodePrograms(reporting: Reporting): Promise<NodePrograms> {
  return find(node, nodeDebian, reportParts(reporting));
}

async function find<Part extends string, Debian extends string>(
  parts: readonly Part[],
  debian: readonly Debian[],
  options: Options,
): Promise<Paths<Part | Debian>> {
  const fromDebian = await ensureDebian(debian, options);
  return { ...fromDebian, ...(await ensureParts(parts, options)) } as Paths<Part | Debian>;
}
