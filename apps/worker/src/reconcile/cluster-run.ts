import { renderBootstrap } from '@oriel/agent-config/render';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import type { AgentCertificate, DesiredState } from '@oriel/domain/desired-state';
import { OrielError } from '@oriel/domain/errors';
import type { ApiServer } from '@oriel/k8s/api-server';
import { desiredObjects } from '@oriel/k8s/manifests/desired-objects';
import { pinImages } from '@oriel/k8s/manifests/pinned-images';
import { hashOf, type KubernetesObject } from '@oriel/k8s/objects';
import { observe } from '@oriel/k8s/observe';
import { makePlan, type Plan } from '@oriel/k8s/plan';
import type { WorkerContext } from '../context.ts';
import type { ClusterRow } from './load-cluster.ts';

type Credential = ClusterRow['credentials'][number];

/** One run of the loop for one cluster: what is desired, what is there, and the plan between them, each made once. */
export class ClusterRun {
  readonly ctx: WorkerContext;
  readonly cluster: ClusterRow;
  readonly desired: DesiredState;
  readonly signal: AbortSignal;
  /** A person chose to take over fields and objects of others. */
  takeOver = false;
  #credential: Credential | undefined;
  #objects: Promise<readonly KubernetesObject[]> | undefined;
  #plan: Promise<Plan> | undefined;

  constructor(ctx: WorkerContext, cluster: ClusterRow, desired: DesiredState, signal: AbortSignal) {
    this.ctx = ctx;
    this.cluster = cluster;
    this.desired = desired;
    this.signal = signal;
    this.#credential = cluster.credentials[0];
  }

  /** The client that all runs share. */
  api(): Promise<ApiServer> {
    return this.ctx.clients.get(this.cluster);
  }

  get wantsAnything(): boolean {
    return this.desired.monitoring || this.desired.logging;
  }

  get credential(): Credential | undefined {
    return this.#credential;
  }

  set credential(credential: Credential | undefined) {
    this.#credential = credential;
    this.#objects = undefined;
    this.#plan = undefined;
  }

  /** What the cluster should hold. Needs the credential as soon as anything is switched on. */
  objects(): Promise<readonly KubernetesObject[]> {
    this.#objects ??= this.#render();
    return this.#objects;
  }

  async desiredHash(): Promise<string> {
    return hashOf(await this.objects());
  }

  /** Compares once; after something was applied or removed call `lookAgain` first. */
  plan(): Promise<Plan> {
    this.#plan ??= this.#compare();
    return this.#plan;
  }

  lookAgain(): void {
    this.#plan = undefined;
  }

  /** The agents' key, decrypted. */
  async certificate({ id, certPem, keyEnvelope }: Credential): Promise<AgentCertificate> {
    return { certPem, keyPem: await this.ctx.secrets.open(placeOf('agentKey', id), keyEnvelope) };
  }

  async #compare(): Promise<Plan> {
    const desired = await this.objects();
    const observed = await observe(await this.api(), desired, this.signal);
    return makePlan({ clusterId: this.cluster.id, desired, observed, takeOver: this.takeOver });
  }

  async #render(): Promise<readonly KubernetesObject[]> {
    if (!this.wantsAnything) return [];
    if (this.#credential === undefined) {
      throw new OrielError('internal', 'This cluster has no credential yet. Apply again.', { retryable: true });
    }
    const { ingest } = this.desired;
    const objects = desiredObjects({
      desired: this.desired,
      certificate: await this.certificate(this.#credential),
      bootstrapTexts: { logs: renderBootstrap(ingest, 'logs'), metrics: renderBootstrap(ingest, 'metrics') },
      apiServerPort: await this.ctx.clients.portOf(this.cluster),
    });
    return this.ctx.images === undefined ? objects : pinImages(objects, this.ctx.images);
  }
}
