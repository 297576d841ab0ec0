import { describe, expect, it } from 'vitest';
import { portsFrom } from '../../ports.ts';
import { apiServerArguments, controllerManagerArguments, etcdArguments, schedulerArguments } from './arguments.ts';

const input = {
  address: '10.201.79.1',
  ports: portsFrom(3000).demo,
  etcdData: '/home/etcd',
  pki: (name: string) => `/pki/${name}`,
  kubeconfig: (component: string) => `/kubeconfigs/${component}.yaml`,
};

describe('control plane', () => {
  it('listens on loopback and on the address of its own bridge only', () => {
    const all = [etcdArguments, apiServerArguments, controllerManagerArguments, schedulerArguments].flatMap((render) =>
      render(input),
    );
    expect(all.filter((argument) => /0\.0\.0\.0|\[::\]/.test(argument))).toEqual([]);
    expect(all).toContain('--bind-address=10.201.79.1');
    expect(all).toContain('--secure-port=3022');
    expect(all).toContain('--listen-client-urls=https://127.0.0.1:3020');
  });

  it('asks for role-based access, and reaches kubelets by address over verified TLS', () => {
    expect(apiServerArguments(input)).toEqual(
      expect.arrayContaining([
        '--authorization-mode=Node,RBAC',
        '--kubelet-preferred-address-types=InternalIP',
        '--kubelet-certificate-authority=/pki/ca.crt',
      ]),
    );
  });

  it('opens etcd to its own clients only', () => {
    expect(etcdArguments(input)).toContain('--client-cert-auth');
    expect(etcdArguments(input)).toContain('--trusted-ca-file=/pki/etcd-ca.crt');
  });
});
