import { randomUUID } from 'node:crypto';
import type { Db } from '@oriel/db/client';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { certificatePem, envelope } from '@oriel/db/testing/fixtures';

// Rows that put a gateway between people and stores: a seed, projects, clusters, and readers with tokens.

export async function addSeed(db: Db, stores: { readonly logsUrl: string; readonly metricsUrl: string }) {
  const { logsUrl, metricsUrl } = stores;
  const { id } = await db.seed.create({
    data: {
      name: `seed-${randomUUID().slice(0, 8)}`,
      region: 'test',
      kind: 'external',
      logsUrl,
      metricsUrl,
      ingestUrl: 'https://127.0.0.1:9',
      caCertPem: certificatePem,
      caKeyEnvelope: envelope,
    },
  });
  return id;
}

export interface Project {
  readonly id: string;
  readonly slug: string;
  readonly orgId: string;
  /** Ids by name. */
  readonly clusters: Readonly<Record<string, string>>;
}

export async function addProject(
  db: Db,
  seedId: string,
  { slug, clusters = [] }: { readonly slug: string; readonly clusters?: readonly string[] },
): Promise<Project> {
  const orgId = `${slug}-org`;
  const { id: projectId } = await db.project.create({
    data: { slug, name: slug, tenants: { create: { seedId, orgId } } },
  });
  const ids: Record<string, string> = {};
  for (const name of clusters) {
    const data = { name, projectId, seedId, region: 'test', apiServer: 'https://127.0.0.1:9' };
    ids[name] = (await db.cluster.create({ data: { ...data, kubeconfigEnvelope: envelope } })).id;
  }
  return { id: projectId, slug, orgId, clusters: ids };
}

export interface Part {
  /** Empty for all. */
  readonly clusterIds?: readonly string[];
  readonly namespaces?: readonly string[];
}

export interface Reader {
  readonly userId: string;
  readonly tokenId: string;
  readonly token: string;
  readonly headers: { readonly authorization: string };
}

/** A viewer of these parts of a project, with a token. */
export async function addReader(db: Db, project: Project, parts: readonly Part[] = [{}]): Promise<Reader> {
  const token = newOpaqueToken('oriel_pat_');
  const bindings = parts.map(({ clusterIds = [], namespaces = [] }) => ({
    projectId: project.id,
    role: 'viewer' as const,
    clusterIds: [...clusterIds],
    namespaces: [...namespaces],
  }));
  const { id, tokens } = await db.user.create({
    data: {
      name: 'Reader',
      email: `${randomUUID()}@example.com`,
      bindings: { create: bindings },
      tokens: {
        create: {
          name: 'proof',
          tokenHash: token.hash,
          prefix: token.value.slice(0, 14),
          expiresAt: new Date(Date.now() + 6 * 3_600_000),
        },
      },
    },
    include: { tokens: true },
  });
  const headers = { authorization: `Bearer ${token.value}` };
  return { userId: id, tokenId: tokens[0]?.id ?? '', token: token.value, headers };
}
