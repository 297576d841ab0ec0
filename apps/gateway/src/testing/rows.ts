import type { Db } from '@oriel/db/client';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { createSession } from '@oriel/db/sessions';
import type { ProjectRole } from '@oriel/domain/permissions';

/** Somebody with a session and a token. */
export interface TestPerson {
  readonly userId: string;
  readonly sessionId: string;
  readonly tokenId: string;
  /** Request headers that show the one or the other. */
  readonly bySession: { readonly cookie: string };
  readonly byToken: { readonly authorization: string };
  readonly token: string;
}

export async function createSeed(
  db: Db,
  name: string,
  { logsUrl, metricsUrl }: { readonly logsUrl: string; readonly metricsUrl: string },
): Promise<string> {
  const { id } = await db.seed.create({
    data: {
      name,
      region: 'test',
      kind: 'external',
      logsUrl,
      metricsUrl,
      ingestUrl: 'https://127.0.0.1:3008',
      caCertPem: '-----BEGIN CERTIFICATE-----',
      caKeyEnvelope: 'v1.test',
    },
  });
  return id;
}

/** What of a project a person may read: an empty list stands for all. */
export interface Narrowed {
  readonly role: ProjectRole;
  readonly clusterIds?: readonly string[];
  readonly namespaces?: readonly string[];
}

/** A project whose tenant is called like it. */
export async function createProject(db: Db, slug: string, seedId: string): Promise<string> {
  const { id } = await db.project.create({
    data: { slug, name: slug, tenants: { create: { seedId, orgId: `${slug}-org` } } },
  });
  return id;
}

export async function createPerson(
  db: Db,
  name: string,
  roles: Readonly<Record<string, ProjectRole | readonly Narrowed[]>>,
): Promise<TestPerson> {
  const token = newOpaqueToken('oriel_pat_');
  const user = await db.user.create({
    data: {
      name,
      email: `${name}@example.com`,
      bindings: { create: Object.entries(roles).flatMap(([projectId, held]) => bindingsOf(projectId, held)) },
      tokens: {
        create: {
          name: 'test',
          tokenHash: token.hash,
          prefix: token.value.slice(0, 14),
          expiresAt: new Date(Date.now() + 3_600_000),
        },
      },
    },
    include: { tokens: true },
  });
  const session = await db.$transaction((tx) => createSession(tx, { userId: user.id }));
  return {
    userId: user.id,
    sessionId: session.id,
    tokenId: user.tokens[0]?.id ?? '',
    bySession: { cookie: `other=1; oriel.session=${session.value}` },
    byToken: { authorization: `Bearer ${token.value}` },
    token: token.value,
  };
}

function bindingsOf(projectId: string, held: ProjectRole | readonly Narrowed[]) {
  if (typeof held === 'string') return [{ projectId, role: held }];
  return held.map(({ role, clusterIds = [], namespaces = [] }) => ({
    projectId,
    role,
    clusterIds: [...clusterIds],
    namespaces: [...namespaces],
  }));
}

export async function createCluster(
  db: Db,
  cluster: { readonly name: string; readonly projectId: string; readonly seedId: string },
): Promise<string> {
  const { id } = await db.cluster.create({
    data: { ...cluster, region: 'test', apiServer: 'https://127.0.0.1:6443', kubeconfigEnvelope: 'v1.test' },
  });
  return id;
}
