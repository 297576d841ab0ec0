import { containerdSocket, insideNode } from '../paths.ts';
import type { Snapshotter } from './snapshotter.ts';

/** The image every pod's first container is made of; kubelet and containerd must agree, and it is never pulled. */
export const pauseImage = 'registry.k8s.io/pause:3.10';

/** @param cniFolder where the CNI plug-ins are on this machine. */
export function renderContainerdConfig(cniFolder: string, snapshotter: Snapshotter): string {
  const cri = 'plugins."io.containerd.grpc.v1.cri"';
  return `version = 2
root = "/var/lib/containerd"
# On the node's own tmpfs: gone with the node, as after a reboot, so no shim of a former life is ever looked for.
state = "/run/containerd"
disabled_plugins = [
  "io.containerd.snapshotter.v1.aufs",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.zfs",
  "io.containerd.internal.v1.opt",
  "io.containerd.tracing.processor.v1.otlp",
]

[grpc]
  address = "${containerdSocket}"

[${cri}]
  sandbox_image = "${pauseImage}"
  # Machines without CAP_SYS_RESOURCE (many virtual ones) cannot lower a score: every pod would fail.
  restrict_oom_score_adj = true
  disable_apparmor = true
  tolerate_missing_hugetlb_controller = true

[${cri}.containerd]
  snapshotter = "${snapshotter}"
  default_runtime_name = "runc"

[${cri}.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"

[${cri}.containerd.runtimes.runc.options]
  SystemdCgroup = false

[${cri}.cni]
  bin_dir = "${cniFolder}"
  conf_dir = "${insideNode}/etc/cni"
`;
}
