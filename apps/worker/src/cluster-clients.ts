import { type Keyring, open } from '@oriel/db/secret-box';
import type { AddressPolicy } from '@oriel/k8s/address-policy';
import { type ApiAccess, parseAccess } from '@oriel/k8s/api-access';
import { ApiServer } from '@oriel/k8s/api-server';
import { ClusterError } from '@oriel/k8s/cluster-error';

interface Client {
  readonly envelope: string;
  readonly access: ApiAccess;
  readonly api: ApiServer;
}

interface Registration {
  readonly id: string;
  readonly kubeconfigEnvelope: string;
}

/** One client per cluster, kept with its connections from one look to the next, until its kubeconfig changes. */
export class ClusterClients {
  readonly policy: AddressPolicy;
  readonly #keyring: Keyring;
  readonly #clients = new Map<string, Client>();

  constructor(keyring: Keyring, policy: AddressPolicy) {
    this.#keyring = keyring;
    this.policy = policy;
  }

  /** Throws `ClusterError` where the stored access cannot be read or leads to a refused address. */
  get(cluster: Registration): ApiServer {
    return this.#client(cluster).api;
  }

  /** What the client was made from, for preflight. */
  accessOf(cluster: Registration): ApiAccess {
    return this.#client(cluster).access;
  }

  /** Port of the API server, for network policies. */
  portOf(cluster: Registration): number {
    const { port } = new URL(this.accessOf(cluster).server);
    return port === '' ? 443 : Number(port);
  }

  async drop(clusterId: string): Promise<void> {
    const client = this.#clients.get(clusterId);
    this.#clients.delete(clusterId);
    await client?.api.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#clients.keys()].map((id) => this.drop(id)));
  }

  #client({ id, kubeconfigEnvelope: envelope }: Registration): Client {
    const known = this.#clients.get(id);
    if (known?.envelope === envelope) return known;
    void this.drop(id);
    const access = this.#read(id, envelope);
    const client = { envelope, access, api: new ApiServer(access, { policy: this.policy }) };
    this.#clients.set(id, client);
    return client;
  }

  #read(id: string, envelope: string): ApiAccess {
    try {
      return parseAccess(open(this.#keyring, { table: 'clusters', id, column: 'kubeconfig_envelope' }, envelope));
    } catch (cause) {
      throw new ClusterError('internal', {
        reason: 'AccessUnreadable',
        what: 'The stored access to this cluster cannot be read with the keys that Oriel has.',
        fix: 'Restore the key file, or register the cluster anew.',
        cause,
      });
    }
  }
}
