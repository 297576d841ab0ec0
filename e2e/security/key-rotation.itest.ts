import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSecretBox } from '@oriel/db/secret-box';
import { writeKeyFile } from '@oriel/db/testing/keys';
import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allSecrets, unreadable, writeEnvelope } from './key-rotation/places.ts';
import { printRotation } from './key-rotation/print.ts';
import { proveRotation } from './key-rotation/prove.ts';

const database = testDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-rotation-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('1,000 secrets are rotated, and the former key is deleted, under two busy processes: 0 failures', async () => {
  const keyFile = join(folder, 'keys.json');
  await writeKeyFile(keyFile);
  const amount = { secrets: 1_000, processes: 2 };
  const figures = await proveRotation({ url: database.url, keyFile, ...amount });
  printRotation(figures, amount);
  expect(figures.failures).toEqual([]);
  expect(figures.forms).toEqual(['v2 k2']);
  expect(figures.rewrapped).toBeGreaterThan(500);
  expect(Math.min(figures.reads, figures.writes)).toBeGreaterThan(50);

  // What a broken secret would look like to the proof.
  const secrets = await allSecrets(database.db);
  const [one, other] = secrets.filter(({ place }) => place.table === 'clusters');
  if (!one || !other) throw new Error('There are no clusters.');
  await writeEnvelope(database.db, { ...one, envelope: other.envelope });
  const broken = await unreadable(await openSecretBox(keyFile), await allSecrets(database.db));
  expect(broken).toEqual([expect.stringContaining(one.place.id)]);
}, 120_000);
