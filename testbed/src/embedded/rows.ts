import { ensureFirstAdministrator, ensureProject, ensureSeed } from '@oriel/db/bootstrap';
import type { Db } from '@oriel/db/client';
import { enqueue } from '@oriel/db/enqueue';
import type { SecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { type Authority, createAuthority } from '@oriel/ingest/certificates';

/** What the embedded seed's row says. */
export interface SeedAddresses {
  readonly metricsUrl: string;
  readonly logsUrl: string;
  /** As clusters reach it. */
  readonly ingestUrl: string;
  readonly ingestDirectory: string;
}

export interface EmbeddedRows {
  readonly administratorId: string;
  readonly oneTimeToken: string | undefined;
  readonly seedId: string;
  /** Signs agents and nginx. */
  readonly authority: Authority;
}

export const embeddedSeed = { name: 'embedded', region: 'local' } as const;
export const demoProject = 'demo';

/** The first administrator, the embedded seed and the project `demo`: made at the first start, left alone later. */
export async function ensureRows(
  db: Db,
  secretBox: SecretBox,
  adminEmail: string,
  addresses: SeedAddresses,
): Promise<EmbeddedRows> {
  const { userId, oneTimeToken } = await ensureFirstAdministrator(db, { email: adminEmail, name: 'Administrator' });
  const before = await db.seed.findUnique({ where: { name: embeddedSeed.name } });
  const authority = before
    ? {
        certPem: before.caCertPem,
        keyPem: await secretBox.open(placeOf('seedAuthorityKey', before.id), before.caKeyEnvelope),
      }
    : await createAuthority('Oriel embedded seed');
  const seedId = await ensureSeed(db, secretBox, {
    ...embeddedSeed,
    kind: 'managed',
    ...addresses,
    ca: authority,
  });
  if (!before) await ensureProject(db, { slug: demoProject, name: 'Demo', ownerId: userId, seedId });
  if (before && before.ingestUrl !== addresses.ingestUrl) await tellClusters(db, seedId);
  return { administratorId: userId, oneTimeToken, seedId, authority };
}

/** Agents learn of the seed's new address at once. */
async function tellClusters(db: Db, seedId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const clusters = await tx.cluster.findMany({ where: { seedId }, select: { id: true } });
    for (const { id } of clusters) await enqueue(tx, 'reconcile_cluster', { clusterId: id });
  });
}

/** Has nginx's map written anew, in case its folder is new. The folder must be there. */
export async function publishIngest(db: Db, seedId: string): Promise<void> {
  await db.$transaction((tx) => enqueue(tx, 'publish_ingest', { seedId }));
}
