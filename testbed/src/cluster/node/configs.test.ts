import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { portsFrom } from '../../ports.ts';
import { networkFrom, services } from '../network.ts';
import { renderCniConfig } from './cni-config.ts';
import { pauseImage, renderContainerdConfig } from './containerd-config.ts';
import { renderKubeProxyConfig } from './kube-proxy-config.ts';
import { kubeletArguments, renderKubeletConfig } from './kubelet-config.ts';

const ports = portsFrom(3000).demo;
const network = networkFrom(ports);
const [node] = network.nodes;
if (!node) throw new Error('A network has nodes.');
const input = { nodeName: 'demo-1', node, ports, cgroup: 'oriel-3020-1' };

describe('kubelet', () => {
  const config = parse(renderKubeletConfig(input));

  it('asks the API server who may do what, and lets nobody in unnamed', () => {
    expect(config.authentication).toMatchObject({ anonymous: { enabled: false }, webhook: { enabled: true } });
    expect(config.authorization).toEqual({ mode: 'Webhook' });
  });

  it('keeps to its own cgroups, address and ports', () => {
    expect(config).toMatchObject({
      cgroupRoot: '/oriel-3020-1',
      address: '10.201.79.2',
      port: 3025,
      healthzPort: 3026,
      clusterDNS: [services.dns],
    });
    expect(kubeletArguments(input)).toContain('--node-ip=10.201.79.2');
  });

  it('never throws away an image: none can be pulled again', () => {
    expect(config.imageGCHighThresholdPercent).toBe(100);
    expect(Object.keys(config.evictionHard)).toEqual(['memory.available']);
  });
});

it('containerd starts pods with the pause image that is imported, on machines without CAP_SYS_RESOURCE too', () => {
  const config = renderContainerdConfig('/usr/lib/cni', 'overlayfs');
  expect(config).toContain(`sandbox_image = "${pauseImage}"`);
  expect(config).toContain('restrict_oom_score_adj = true');
  expect(config).toContain('bin_dir = "/usr/lib/cni"');
});

it('pods get the addresses of their node, which are enough for all it takes', () => {
  const [bridge] = JSON.parse(renderCniConfig(node)).plugins;
  expect(bridge.ipam.ranges).toEqual([[{ subnet: '10.201.79.64/26', gateway: '10.201.79.65' }]]);
  // 64 less network, broadcast and gateway.
  expect(parse(renderKubeletConfig(input)).maxPods).toBeLessThanOrEqual(61);
});

it('kube-proxy leaves the settings of the whole machine alone', () => {
  const config = parse(renderKubeProxyConfig({ ...input, clusterCidr: network.cidr }));
  expect(config.conntrack).toMatchObject({ maxPerCore: 0, min: 0 });
  expect(config.clusterCIDR).toBe('10.201.79.0/24');
});
