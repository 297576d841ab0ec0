import type { SecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { OrielError } from '@oriel/domain/errors';
import type { AddressPolicy } from '@oriel/k8s/address-policy';
import { type ApiAccess, parseAccess } from '@oriel/k8s/api-access';
import { ApiServer } from '@oriel/k8s/api-server';
import { ClusterError } from '@oriel/k8s/cluster-error';

interface Client {
  /** As it was sealed. */
  readonly text: string;
  readonly access: ApiAccess;
  readonly api: ApiServer;
}

interface Kept {
  readonly envelope: string;
  readonly client: Promise<Client>;
}

interface Registration {
  readonly id: string;
  readonly kubeconfigEnvelope: string;
}

/** One client per cluster, kept with its connections from one look to the next, until its kubeconfig changes. */
export class ClusterClients {
  readonly policy: AddressPolicy;
  readonly #secrets: SecretBox;
  readonly #clients = new Map<string, Kept>();

  constructor(secrets: SecretBox, policy: AddressPolicy) {
    this.#secrets = secrets;
    this.policy = policy;
  }

  /** Throws `ClusterError` where the stored access cannot be read or leads to a refused address. */
  async get(cluster: Registration): Promise<ApiServer> {
    return (await this.#client(cluster)).api;
  }

  /** What the client was made from, for preflight. */
  async accessOf(cluster: Registration): Promise<ApiAccess> {
    return (await this.#client(cluster)).access;
  }

  /** Port of the API server, for network policies. */
  async portOf(cluster: Registration): Promise<number> {
    const { port } = new URL((await this.accessOf(cluster)).server);
    return port === '' ? 443 : Number(port);
  }

  async drop(clusterId: string): Promise<void> {
    const kept = this.#clients.get(clusterId);
    this.#clients.delete(clusterId);
    await kept?.client.then(
      ({ api }) => api.close(),
      () => undefined,
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.#clients.keys()].map((id) => this.drop(id)));
  }

  #client({ id, kubeconfigEnvelope: envelope }: Registration): Promise<Client> {
    const known = this.#clients.get(id);
    if (known?.envelope === envelope) return known.client;
    const kept: Kept = { envelope, client: this.#connect(id, envelope, known) };
    this.#clients.set(id, kept);
    kept.client.catch(() => {
      // The next look tries again: a key may be back by then.
      if (this.#clients.get(id) === kept) this.#clients.delete(id);
    });
    return kept.client;
  }

  /** A rotation of keys changes the envelope and not what is in it: connections outlive it. */
  async #connect(id: string, envelope: string, known: Kept | undefined): Promise<Client> {
    const former = await known?.client.catch(() => undefined);
    const { text, access } = await this.#read(id, envelope).catch(async (error: unknown) => {
      await former?.api.close();
      throw error;
    });
    if (former?.text === text) return former;
    await former?.api.close();
    return { text, access, api: new ApiServer(access, { policy: this.policy }) };
  }

  async #read(id: string, envelope: string): Promise<{ text: string; access: ApiAccess }> {
    try {
      const text = await this.#secrets.open(placeOf('kubeconfig', id), envelope);
      return { text, access: parseAccess(text) };
    } catch (cause) {
      if (cause instanceof OrielError && cause.retryable) throw cause;
      throw new ClusterError('internal', {
        reason: 'AccessUnreadable',
        what: 'The stored access to this cluster cannot be read with the keys that Oriel has.',
        fix: "Restore the key file, or replace its kubeconfig on the cluster's page.",
        cause,
      });
    }
  }
}
