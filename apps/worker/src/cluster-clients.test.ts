import { SecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { MemoryKeyProvider } from '@oriel/db/testing/keys';
import { OrielError } from '@oriel/domain/errors';
import { serializeAccess } from '@oriel/k8s/api-access';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ClusterClients } from './cluster-clients.ts';

const id = '6f0c';
const place = placeOf('kubeconfig', id);
const access = { server: 'https://192.0.2.1:6443', token: 'a token' };
let keys: MemoryKeyProvider;
let secrets: SecretBox;
let clients: ClusterClients;
beforeEach(() => {
  keys = new MemoryKeyProvider();
  secrets = new SecretBox(keys);
  clients = new ClusterClients(secrets, { allowLoopback: false });
});
afterEach(() => clients.close());

const sealed = async (of = access) => ({ id, kubeconfigEnvelope: await secrets.seal(place, serializeAccess(of)) });

test('two who ask at once get one client', async () => {
  const cluster = await sealed();
  const [one, other] = await Promise.all([clients.get(cluster), clients.get(cluster)]);
  expect(one).toBe(other);
  expect(await clients.portOf(cluster)).toBe(6443);
});

test('a rotation of keys leaves connections alone; another kubeconfig does not', async () => {
  const cluster = await sealed();
  const before = await clients.get(cluster);
  keys.addKey('k2');
  const rewrapped = { id, kubeconfigEnvelope: await secrets.rewrap(place, cluster.kubeconfigEnvelope) };
  expect(await clients.get(rewrapped)).toBe(before);
  expect(await clients.get(await sealed({ ...access, token: 'another' }))).not.toBe(before);
});

test('what cannot be opened is the cluster’s failure, and is tried again', async () => {
  const cluster = await sealed();
  const [key] = [...keys.keys.values()];
  keys.keys.clear();
  await expect(clients.get(cluster)).rejects.toMatchObject({ reason: 'AccessUnreadable' });
  keys.keys.set('k1', key ?? new Uint8Array());
  expect(await clients.accessOf(cluster)).toEqual(access);
});

test('a key service that is away is no failure of the cluster', async () => {
  const cluster = await sealed();
  keys.failure = new OrielError('unavailable', 'The key service does not answer.');
  await expect(clients.get(cluster)).rejects.toMatchObject({ code: 'unavailable', retryable: true });
});
