/** A program that comes from Debian rather than from a Go module. */
export interface DebianProgram {
  readonly package: string;
  /** File name, searched on PATH and in the folders Debian uses for it. */
  readonly file: string;
  /** Goes into container images, so it has to be statically linked. */
  readonly image?: boolean;
}

/** By the name the testbed asks for. */
export const debianPrograms = {
  etcd: { package: 'etcd-server', file: 'etcd' },
  containerd: { package: 'containerd', file: 'containerd' },
  ctr: { package: 'containerd', file: 'ctr' },
  'containerd-shim-runc-v2': { package: 'containerd', file: 'containerd-shim-runc-v2' },
  runc: { package: 'runc', file: 'runc' },
  'cni-bridge': { package: 'containernetworking-plugins', file: 'bridge' },
  'cni-host-local': { package: 'containernetworking-plugins', file: 'host-local' },
  'cni-loopback': { package: 'containernetworking-plugins', file: 'loopback' },
  'cni-portmap': { package: 'containernetworking-plugins', file: 'portmap' },
  nginx: { package: 'nginx-light', file: 'nginx' },
  chromium: { package: 'chromium', file: 'chromium' },
  'chromium-headless-shell': { package: 'chromium-headless-shell', file: 'chromium-headless-shell' },
  busybox: { package: 'busybox-static', file: 'busybox', image: true },
  iptables: { package: 'iptables', file: 'iptables' },
  conntrack: { package: 'conntrack', file: 'conntrack' },
  ip: { package: 'iproute2', file: 'ip' },
  strace: { package: 'strace', file: 'strace' },
} as const satisfies Readonly<Record<string, DebianProgram>>;

export const debianNames: readonly string[] = Object.keys(debianPrograms);

/** @throws when the testbed knows no such program. */
export function getDebianProgram(name: string): DebianProgram {
  const programs: Readonly<Record<string, DebianProgram>> = debianPrograms;
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (!program) throw new Error(`There is no Debian program called "${name}". Programs: ${debianNames.join(', ')}.`);
  return program;
}

/** Where Debian puts programs that are missing on the PATH of a user who is not root. */
export const debianFolders: readonly string[] = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];

/** Plug-ins are no commands (`bridge` is one of iproute2's as well): only ever looked for here. */
export const cniFolders: readonly string[] = ['/usr/lib/cni', '/opt/cni/bin', '/usr/libexec/cni'];
