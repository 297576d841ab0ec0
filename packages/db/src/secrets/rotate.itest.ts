import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSecretBox, SecretBox } from '../secret-box.ts';
import { makeCluster, makeProject, randomName } from '../testing/fixtures.ts';
import { sealAsV1, writeKeyFile } from '../testing/keys.ts';
import { testDatabase } from '../testing/postgres.ts';
import { addKey, type KeyKeeping, retireKey } from './keep-keys.ts';
import { readKeyFile } from './key-file.ts';
import { keysInUse } from './keys-in-use.ts';
import { LocalKeyProvider } from './local-key-provider.ts';
import { rewrapAll } from './rewrap-all.ts';
import { rotateKeys } from './rotate.ts';
import { placeOf, type SecretPlace } from './secret-columns.ts';

const database = testDatabase();
let folder: string;
let keeping: KeyKeeping;
let box: SecretBox;
let key: Uint8Array;
let clusters: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-rotate-'));
  keeping = { db: database.db, keyFile: join(folder, 'keys.json'), operator: 'somebody' };
  key = await writeKeyFile(keeping.keyFile);
  box = await openSecretBox(keeping.keyFile);
  await clear();
  const project = await makeProject(database.db);
  await database.db.seed.update({
    where: { id: project.seedId },
    data: { caKeyEnvelope: await box.seal(placeOf('seedAuthorityKey', project.seedId), 'authority') },
  });
  clusters = [];
  for (let index = 0; index < 5; index++) {
    const { id } = await makeCluster(database.db, project);
    const place = placeOf('kubeconfig', id);
    const kubeconfigEnvelope =
      index === 0 ? sealAsV1('k1', key, place, `secret ${id}`) : await box.seal(place, `secret ${id}`);
    await database.db.cluster.update({ where: { id }, data: { kubeconfigEnvelope } });
    clusters.push(id);
  }
  const id = randomName('idp');
  const clientSecretEnvelope = await box.seal(placeOf('identityProviderSecret', id), 'client secret');
  const provider = { name: id, issuer: `https://${id}.example.com`, clientId: 'oriel' };
  await database.db.identityProvider.create({ data: { id, ...provider, clientSecretEnvelope } });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Rows of one case are sealed with keys that the next one does not have. */
async function clear(): Promise<void> {
  await database.db.identityProvider.deleteMany();
  await database.db.cluster.deleteMany();
  await database.db.tenant.deleteMany();
  await database.db.project.deleteMany();
  await database.db.seed.deleteMany();
}

const opened = async () =>
  Promise.all(
    (await database.db.cluster.findMany()).map(async ({ id, kubeconfigEnvelope }) => {
      return (await box.open(placeOf('kubeconfig', id), kubeconfigEnvelope)) === `secret ${id}`;
    }),
  );
const forms = async () =>
  [...new Set((await keysInUse(database.db)).map(({ form, keyId }) => `${form} ${keyId}`))].sort();

describe('a rotation', () => {
  test('brings every table under a new key, in the new form, and is written down', async () => {
    expect(await forms()).toEqual(['v1 k1', 'v2 k1']);
    const said: string[] = [];
    const rotation = await rotateKeys(keeping, { onProgress: (line) => said.push(line) });
    expect(rotation).toMatchObject({ keyId: 'k2', resumed: false, rewrapped: 7, overtaken: 0, failures: [] });
    expect(await forms()).toEqual(['v2 k2']);
    expect(await opened()).toEqual(Array(5).fill(true));
    expect(said.join('\n')).toMatch(/Added the key "k2"[\s\S]*clusters\.kubeconfig_envelope/);
    const entries = await database.db.auditEntry.findMany({
      where: { targetType: 'secrets' },
      orderBy: { id: 'desc' },
    });
    expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['secrets.rotate', 'secrets.add_key']);
    expect(entries[0]?.after).toMatchObject({ keyId: 'k2', rewrapped: 7, failed: 0, operator: 'somebody' });
  });

  test('leaves the sealed secret of the new form as it is', async () => {
    const [, id = ''] = clusters;
    const find = () => database.db.cluster.findUniqueOrThrow({ where: { id } });
    const before = (await find()).kubeconfigEnvelope.split('.');
    expect(await rotateKeys(keeping)).toMatchObject({ keyId: 'k2', rewrapped: 7 });
    expect((await find()).kubeconfigEnvelope.split('.')[3]).toBe(before[3]);
  });

  test('that was interrupted goes on with the same key', async () => {
    await addKey(keeping);
    const [id = ''] = clusters;
    const { kubeconfigEnvelope } = await database.db.cluster.findUniqueOrThrow({ where: { id } });
    const rewrapped = await box.rewrap(placeOf('kubeconfig', id), kubeconfigEnvelope);
    await database.db.cluster.update({ where: { id }, data: { kubeconfigEnvelope: rewrapped } });
    expect(await rotateKeys(keeping)).toMatchObject({ keyId: 'k2', resumed: true, rewrapped: 6 });
    expect([...(await readKeyFile(keeping.keyFile)).keys.keys()]).toEqual(['k1', 'k2']);
    expect(await opened()).toEqual(Array(5).fill(true));
  });

  test('goes past what does not open, says where it is, and leaves it', async () => {
    const [id = ''] = clusters;
    const broken = 'v2.k0.AAAA.AAAA';
    await database.db.cluster.update({ where: { id }, data: { kubeconfigEnvelope: broken } });
    await addKey(keeping);
    const { rewrapped, failures } = await rotateKeys(keeping);
    expect(rewrapped).toBe(6);
    expect(failures).toMatchObject([{ table: 'clusters', id, message: expect.stringContaining('needs the key "k0"') }]);
    expect(await database.db.cluster.findUnique({ where: { id } })).toMatchObject({ kubeconfigEnvelope: broken });
  });

  test('never writes over what somebody changed meanwhile', async () => {
    const [id = ''] = clusters;
    const place = placeOf('kubeconfig', id);
    await addKey(keeping);
    class Meddled extends SecretBox {
      override async rewrap(...args: [SecretPlace, string]): Promise<string> {
        const next = await super.rewrap(...args);
        if (args[0].id !== id || meddled) return next;
        meddled = true;
        const kubeconfigEnvelope = sealAsV1('k1', key, place, 'newer');
        await database.db.cluster.update({ where: { id }, data: { kubeconfigEnvelope } });
        return next;
      }
    }
    let meddled = false;
    const result = await rewrapAll(database.db, new Meddled(await LocalKeyProvider.open(keeping.keyFile)));
    expect(result).toMatchObject({ rewrapped: 7, overtaken: 1, failures: [] });
    const { kubeconfigEnvelope } = await database.db.cluster.findUniqueOrThrow({ where: { id } });
    expect(kubeconfigEnvelope).toMatch(/^v2\.k2\./);
    expect(await box.open(place, kubeconfigEnvelope)).toBe('newer');
  });

  test('two at once add two keys, lose none, and end under one', async () => {
    await Promise.all([rotateKeys(keeping), rotateKeys(keeping)]);
    await rotateKeys(keeping);
    const file = await readKeyFile(keeping.keyFile);
    expect(await forms()).toEqual([`v2 ${file.current}`]);
    expect(await opened()).toEqual(Array(5).fill(true));
  });
});

describe('retiring a key', () => {
  test('waits until nothing names it and nothing can be under way', async () => {
    await expect(retireKey(keeping, 'k1', 0)).rejects.toThrow(/is the current key/);
    await addKey(keeping);
    await expect(retireKey(keeping, 'k1')).rejects.toThrow(/too short a time.*Try again in \d+ s/);
    await expect(retireKey(keeping, 'k1', 0)).rejects.toThrow(/7 secrets still need "k1" \(clusters/);
    await rotateKeys(keeping);
    await expect(retireKey(keeping, 'k1')).rejects.toThrow(/too short a time/);
    await retireKey(keeping, 'k1', 0);
    expect([...(await readKeyFile(keeping.keyFile)).keys.keys()]).toEqual(['k2']);
    expect(await opened()).toEqual(Array(5).fill(true));
    await expect(retireKey(keeping, 'k1', 0)).rejects.toThrow(/has no key "k1"/);
    expect(await database.db.auditEntry.findFirst({ where: { action: 'secrets.retire_key' } })).toMatchObject({
      targetId: 'k1',
    });
  });

  test('is refused by a key file that cannot be replaced, with nothing in the record', async () => {
    const before = await database.db.auditEntry.count();
    await expect(addKey({ ...keeping, keyFile: join(folder, randomUUID()) })).rejects.toThrow(/is not there/);
    expect(await database.db.auditEntry.count()).toBe(before);
  });
});
