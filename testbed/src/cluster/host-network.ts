import type { ClusterPorts } from '../ports.ts';
import { nodeCommand } from './children.ts';
import { exec } from './exec.ts';
import { allowTraffic, forgetTraffic } from './host-firewall.ts';
import { type ClusterNetwork, type NodeNetwork, networkFrom } from './network.ts';

/** The address of {@link ensureNodeNetwork}, known before there is anything. */
export const nodeAddressOf = (ports: ClusterPorts): string => networkFrom(ports).hostAddress;

/**
 * The bridge between host, nodes and pods with the host's address on it. Whoever listens on that
 * address may call this before the cluster starts; a second call changes nothing.
 *
 * @returns the host's address.
 */
export async function ensureNodeNetwork(ports: ClusterPorts): Promise<string> {
  const { bridge, bridgeMac, hostAddress, prefixLength, nodes } = networkFrom(ports);
  if (!(await linkExists(bridge))) await exec('ip', ['link', 'add', bridge, 'address', bridgeMac, 'type', 'bridge']);
  await exec('ip', ['address', 'replace', `${hostAddress}/${prefixLength}`, 'dev', bridge]);
  await exec('ip', ['link', 'set', bridge, 'up']);
  for (const { podCidr, address } of nodes) {
    await exec('ip', ['route', 'replace', podCidr, 'via', address, 'dev', bridge]);
  }
  await allowTraffic(bridge);
  return hostAddress;
}

/** Removing the bridge removes its address and its routes as well. */
export async function removeNodeNetwork(ports: ClusterPorts): Promise<void> {
  const { bridge } = networkFrom(ports);
  if (await linkExists(bridge)) await exec('ip', ['link', 'delete', bridge]);
  await forgetTraffic(bridge);
}

/** A cable from the host's bridge to the node's `eth0`, the node's address, and its routes. */
export async function connectNode(network: ClusterNetwork, node: NodeNetwork, initPid: number): Promise<void> {
  if (await linkExists(node.hostLink)) await exec('ip', ['link', 'delete', node.hostLink]);
  const peer = ['type', 'veth', 'peer', 'name', 'eth0', 'netns', String(initPid)];
  await exec('ip', ['link', 'add', node.hostLink, ...peer]);
  await exec('ip', ['link', 'set', node.hostLink, 'master', network.bridge, 'up']);
  const others = network.nodes.filter(({ index }) => index !== node.index);
  const script = [
    'set -eu',
    'ip link set lo up',
    `ip address add ${node.address}/${network.prefixLength} dev eth0`,
    'ip link set eth0 up',
    // The host forwards nothing, so this leads no further than to the host itself: services need any route at all.
    `ip route add default via ${network.hostAddress}`,
    ...others.map(({ podCidr, address }) => `ip route add ${podCidr} via ${address}`),
    'echo 1 > /proc/sys/net/ipv4/ip_forward',
    // Two pods of one node talk over their bridge; service addresses among them need the bridge to ask iptables.
    '[ ! -e /proc/sys/net/bridge/bridge-nf-call-iptables ] || echo 1 > /proc/sys/net/bridge/bridge-nf-call-iptables',
  ].join('\n');
  const [command = '', ...args] = nodeCommand(initPid, 'sh', ['-c', script]);
  await exec(command, args);
}

async function linkExists(name: string): Promise<boolean> {
  return exec('ip', ['link', 'show', 'dev', name]).then(
    () => true,
    () => false,
  );
}
