import { randomUUID } from 'node:crypto';
import { hashOf, renderPipeline } from '@oriel/agent-config/render';
import { ensureFirstAdministrator, ensureProject, ensureSeed } from '@oriel/db/bootstrap';
import type { Db } from '@oriel/db/client';
import { recordCollectors } from '@oriel/db/collectors';
import { loadDesiredState } from '@oriel/db/desired-state';
import { enqueue } from '@oriel/db/enqueue';
import type { SecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { testSecretBox } from '@oriel/db/testing/keys';
import { type AgentCertificate, type AgentRole, agentRoles } from '@oriel/domain/desired-state';
import { type OperationKind, stepsOf } from '@oriel/domain/operations';
import { type ApiAccess, serializeAccess } from '@oriel/k8s/api-access';
import type { SeedUnderTest } from './seed-under-test.ts';

export interface Registered {
  readonly id: string;
  readonly name: string;
  readonly project: string;
}

interface Switches {
  readonly monitoring: boolean;
  readonly logging: boolean;
}

/** The control plane's database and what people ask of it, without the web around it. */
export class OrielUnderTest {
  readonly db: Db;
  readonly secrets: SecretBox;
  readonly #seed: SeedUnderTest;
  #seedId = '';
  #ownerId = '';

  constructor(db: Db, seed: SeedUnderTest, secrets = testSecretBox()) {
    this.db = db;
    this.secrets = secrets;
    this.#seed = seed;
  }

  get seedId(): string {
    return this.#seedId;
  }

  async prepare(): Promise<void> {
    const { authority: ca, logsUrl, metricsUrl, ingestUrl, ingestDirectory } = this.#seed;
    this.#ownerId = (await ensureFirstAdministrator(this.db, { email: 'admin@example.com', name: 'Admin' })).userId;
    const seed = { name: 'embedded', region: 'eu-1', kind: 'managed' as const };
    this.#seedId = await ensureSeed(this.db, this.secrets, {
      ...seed,
      logsUrl,
      metricsUrl,
      ingestUrl,
      ingestDirectory,
      ca,
    });
  }

  async register(name: string, access: ApiAccess, on: Switches): Promise<Registered> {
    const slug = `project-${name}`;
    const project = await ensureProject(this.db, { slug, name: slug, ownerId: this.#ownerId, seedId: this.#seedId });
    const id = randomUUID();
    await this.db.cluster.create({
      data: {
        id,
        name,
        projectId: project.id,
        seedId: this.#seedId,
        region: 'eu-1',
        apiServer: access.server,
        kubeconfigEnvelope: await this.secrets.seal(placeOf('kubeconfig', id), serializeAccess(access)),
        monitoringEnabled: on.monitoring,
        loggingEnabled: on.logging,
      },
    });
    return { id, name, project: slug };
  }

  /** Replaces the kubeconfig as the web does once it has passed: the row, its backoff, and the wake-up. */
  async replaceAccess({ id: clusterId }: Registered, access: ApiAccess): Promise<void> {
    const kubeconfigEnvelope = await this.secrets.seal(placeOf('kubeconfig', clusterId), serializeAccess(access));
    await this.db.$transaction(async (tx) => {
      const data = { kubeconfigEnvelope, apiServer: access.server, failures: 0, retryAt: null };
      await tx.cluster.update({ where: { id: clusterId }, data });
      await enqueue(tx, 'reconcile_cluster', { clusterId });
    });
  }

  /** Asks for a change as the web does: the row, its first attempt, and the wake-up, in one transaction. */
  async ask(cluster: Registered, kind: OperationKind, request: Record<string, boolean> = {}): Promise<bigint> {
    return this.db.$transaction(async (tx) => {
      const finishedAt = new Date();
      const { projectId } = await tx.cluster.findUniqueOrThrow({
        where: { id: cluster.id },
        select: { projectId: true },
      });
      const open = { clusterId: cluster.id, state: { in: ['waiting' as const, 'running' as const] } };
      await tx.operationAttempt.updateMany({
        where: { operation: open, finishedAt: null },
        data: { finishedAt, succeeded: false },
      });
      await tx.operation.updateMany({ where: open, data: { state: 'superseded', finishedAt } });
      const steps = stepsOf[kind].map((key, position) => ({ key, position }));
      const { id } = await tx.operation.create({
        data: {
          kind,
          projectId,
          clusterId: cluster.id,
          clusterName: cluster.name,
          request,
          attempts: { create: { number: 1, steps: { create: steps } } },
        },
      });
      await enqueue(tx, 'reconcile_cluster', { clusterId: cluster.id });
      return id;
    });
  }

  async wake({ id: clusterId }: Registered): Promise<void> {
    await this.db.$transaction((tx) => enqueue(tx, 'reconcile_cluster', { clusterId }));
  }

  async operation(id: bigint) {
    return this.db.operation.findUniqueOrThrow({
      where: { id },
      include: { attempts: { orderBy: { number: 'asc' }, include: { steps: { orderBy: { position: 'asc' } } } } },
    });
  }

  async condition({ id: clusterId }: Registered, type: string) {
    return this.db.clusterCondition.findUnique({ where: { clusterId_type: { clusterId, type } } });
  }

  /** What the agents of a cluster hold, once it has been issued. */
  async certificate({ id: clusterId }: Registered): Promise<AgentCertificate | undefined> {
    const row = await this.db.agentCredential.findFirst({ where: { clusterId }, orderBy: { createdAt: 'desc' } });
    if (row === null) return undefined;
    const keyPem = await this.secrets.open(placeOf('agentKey', row.id), row.keyEnvelope);
    return { certPem: row.certPem, keyPem };
  }

  /** kwok's pods run nothing: this is what real agents would do, through the real ingest gateway. */
  async actAsAgents(cluster: Registered, roles: readonly AgentRole[] = agentRoles): Promise<void> {
    const certificate = await this.certificate(cluster);
    const desired = await loadDesiredState(this.db, cluster.id);
    if (certificate === undefined || desired === undefined) return;
    const labels = { cluster: cluster.name, project: cluster.project };
    if (roles.includes('logs'))
      await this.#seed.pushLine(certificate, { ...labels, namespace: 'shop' }, 'level=info msg="hello"');
    if (roles.includes('metrics')) await this.#seed.pushSample(certificate, labels);
    await recordCollectors(
      this.db,
      roles.map((role) => ({
        clusterId: cluster.id,
        collectorId: `${role}/node-1`,
        role,
        node: 'node-1',
        seenAt: new Date(),
        version: 'v1.19.0',
        servedHash: hashOf(renderPipeline(desired, role)),
        status: { status: 'APPLIED', message: '' },
      })),
    );
  }
}
