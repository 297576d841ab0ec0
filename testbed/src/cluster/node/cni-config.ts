import type { NodeNetwork } from '../network.ts';

/** A bridge per node. No masquerading: the host has a route to every pod and sees its real address. */
export function renderCniConfig({ podCidr, podGateway }: NodeNetwork): string {
  const config = {
    cniVersion: '0.4.0',
    name: 'oriel',
    plugins: [
      {
        type: 'bridge',
        bridge: 'cni0',
        isGateway: true,
        hairpinMode: true,
        ipam: {
          type: 'host-local',
          ranges: [[{ subnet: podCidr, gateway: podGateway }]],
          routes: [{ dst: '0.0.0.0/0' }],
          // On tmpfs: after a kill nobody gives addresses back, and a quarter of a /24 would soon be used up.
          dataDir: '/run/cni-addresses',
        },
      },
      { type: 'portmap', capabilities: { portMappings: true } },
    ],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
