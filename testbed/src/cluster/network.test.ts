import { describe, expect, it } from 'vitest';
import { portsFrom } from '../ports.ts';
import { networkFrom } from './network.ts';

describe('networkFrom', () => {
  it('derives one /24 with the host first, nodes after it, and a quarter of pods per node', () => {
    expect(networkFrom(portsFrom(3000).demo)).toEqual({
      bridge: 'oriel3020',
      bridgeMac: '02:6f:72:c9:4f:01',
      hostAddress: '10.201.79.1',
      prefixLength: 26,
      cidr: '10.201.79.0/24',
      nodes: [
        {
          index: 0,
          address: '10.201.79.2',
          podCidr: '10.201.79.64/26',
          podGateway: '10.201.79.65',
          hostLink: 'orl3020-1',
        },
        {
          index: 1,
          address: '10.201.79.3',
          podCidr: '10.201.79.128/26',
          podGateway: '10.201.79.129',
          hostLink: 'orl3020-2',
        },
        {
          index: 2,
          address: '10.201.79.4',
          podCidr: '10.201.79.192/26',
          podGateway: '10.201.79.193',
          hostLink: 'orl3020-3',
        },
      ],
    });
  });

  it('gives clusters that share no port addresses that do not overlap', () => {
    const seen = new Map<string, number>();
    for (let base = 1024; base + 9 <= 65_536; base += 9) {
      const { cidr } = networkFrom({ ...portsFrom(3000).demo, etcdClient: base });
      expect(seen.get(cidr), `ports ${base}`).toBeUndefined();
      seen.set(cidr, base);
    }
  });

  it('stays inside the limits of the kernel and of IPv4 for the highest port', () => {
    const network = networkFrom({ ...portsFrom(3000).demo, etcdClient: 65_526 });
    expect(network.hostAddress).toBe('10.228.112.1');
    for (const name of [network.bridge, ...network.nodes.map((node) => node.hostLink)]) {
      expect(name.length).toBeLessThanOrEqual(15);
    }
  });
});
