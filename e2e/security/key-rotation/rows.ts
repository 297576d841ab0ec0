import { randomBytes, randomUUID } from 'node:crypto';
import type { Db } from '@oriel/db/client';
import { openSecretBox, type SecretBox } from '@oriel/db/secret-box';
import { readKeyFile } from '@oriel/db/secrets/key-file';
import { placeOf, type SecretPlace, type secretColumns } from '@oriel/db/secrets/secret-columns';
import { makeProject } from '@oriel/db/testing/fixtures';
import { sealAsV1 } from '@oriel/db/testing/keys';

type Secret = keyof typeof secretColumns;

const certPem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
/** As long as a kubeconfig with a certificate. */
const padding = '.'.repeat(2_500);
/** Of a hundred rows. */
const shares: Readonly<Record<Exclude<Secret, 'agentKey'>, number>> = {
  kubeconfig: 48,
  seedAuthorityKey: 2,
  identityProviderSecret: 2,
  grafanaSecret: 4,
};

/** What is sealed at a place: whoever opens it can tell that it is the right one. */
export function textAt(place: SecretPlace, version: number): string {
  return `secret of ${place.table} ${place.id} #${version} ${padding}`;
}

export function versionAt(place: SecretPlace, text: string): number | undefined {
  const [, version] = new RegExp(`^secret of ${place.table} ${place.id} #(\\d+) \\.+$`).exec(text) ?? [];
  return version === undefined ? undefined : Number(version);
}

/** Fills every table that keeps secrets, `count` in all, a third of them in the form of before. */
export async function fillTables(db: Db, keyFile: string, count: number): Promise<void> {
  const sealer = await Sealer.open(keyFile);
  const { id: projectId, seedId, slug } = await makeProject(db);
  await db.seed.update({
    where: { id: seedId },
    data: { caKeyEnvelope: await sealer.seal(placeOf('seedAuthorityKey', seedId)) },
  });
  const number = (secret: keyof typeof shares) => Math.round((count * shares[secret]) / 100);
  await db.seed.createMany({
    data: await times(number('seedAuthorityKey') - 1, async () => {
      const id = randomUUID();
      const caKeyEnvelope = await sealer.seal(placeOf('seedAuthorityKey', id));
      const url = 'https://127.0.0.1:1';
      const urls = { metricsUrl: url, logsUrl: url, ingestUrl: url };
      return {
        id,
        name: `s-${id}`,
        region: 'eu-1',
        kind: 'external' as const,
        ...urls,
        caCertPem: certPem,
        caKeyEnvelope,
      };
    }),
  });
  await db.identityProvider.createMany({
    data: await times(number('identityProviderSecret'), async (index) => {
      const id = `${slug}-${index}`;
      const clientSecretEnvelope = await sealer.seal(placeOf('identityProviderSecret', id));
      return { id, name: id, issuer: `https://${id}.example.com`, clientId: 'oriel', clientSecretEnvelope };
    }),
  });
  await db.grafanaOrganization.createMany({
    data: await times(number('grafanaSecret'), async (index) => {
      const id = randomUUID();
      const secretEnvelope = await sealer.seal(placeOf('grafanaSecret', id));
      return { id, projectId: randomUUID(), name: `o-${index}`, secretHash: randomBytes(32), secretEnvelope };
    }),
  });
  const clusters = await times(number('kubeconfig'), () => newCluster(sealer, { projectId, seedId }));
  for (const data of inBatches(clusters)) await db.cluster.createMany({ data });
  const others = (['seedAuthorityKey', 'identityProviderSecret', 'grafanaSecret'] as const).map(number);
  const rest = count - others.reduce((sum, each) => sum + each, clusters.length);
  const credentials = await times(rest, async (index) => {
    const id = randomUUID();
    const clusterId = clusters[index % clusters.length]?.id ?? '';
    const dates = { notAfter: new Date(Date.now() + 86_400_000), revokedAt: new Date() };
    const serial = id.replaceAll('-', '');
    return { id, clusterId, serial, certPem, keyEnvelope: await sealer.seal(placeOf('agentKey', id)), ...dates };
  });
  for (const data of inBatches(credentials)) await db.agentCredential.createMany({ data });
}

export async function newCluster(
  sealer: { seal(place: SecretPlace): Promise<string> },
  home: { projectId: string; seedId: string },
) {
  const id = randomUUID();
  const kubeconfigEnvelope = await sealer.seal(placeOf('kubeconfig', id));
  return { id, name: `c-${id}`, region: 'eu-1', apiServer: 'https://127.0.0.1:1', kubeconfigEnvelope, ...home };
}

class Sealer {
  readonly #box: SecretBox;
  readonly #key: Uint8Array;
  #sealed = 0;

  private constructor(box: SecretBox, key: Uint8Array) {
    this.#box = box;
    this.#key = key;
  }

  static async open(keyFile: string): Promise<Sealer> {
    const { keys } = await readKeyFile(keyFile);
    return new Sealer(await openSecretBox(keyFile), keys.get('k1') ?? new Uint8Array());
  }

  async seal(place: SecretPlace): Promise<string> {
    this.#sealed++;
    const text = textAt(place, 0);
    return this.#sealed % 3 === 0 ? sealAsV1('k1', this.#key, place, text) : this.#box.seal(place, text);
  }
}

function times<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => make(index)));
}

function* inBatches<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += 500) yield all.slice(at, at + 500);
}
