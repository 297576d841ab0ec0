import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { makeSeed } from '@oriel/db/testing/fixtures';
import { writeKeyFile } from '@oriel/db/testing/keys';
import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';

const database = testDatabase();
let folder: string;
let keyFile: string;
let seedId: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-secrets-'));
  keyFile = join(folder, 'keys.json');
  await writeKeyFile(keyFile);
  seedId = (await makeSeed(database.db)).id;
  const box = await openSecretBox(keyFile);
  const caKeyEnvelope = await box.seal(placeOf('seedAuthorityKey', seedId), 'authority');
  await database.db.seed.update({ where: { id: seedId }, data: { caKeyEnvelope } });
});
afterAll(() => rm(folder, { recursive: true }));

async function secrets(args: readonly string[], env: Record<string, string> = {}) {
  const script = fileURLToPath(new URL('secrets.ts', import.meta.url));
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, DATABASE_URL: database.url, ORIEL_KEY_FILE: keyFile, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said.join('') };
}

test('what there is, a rotation, and the end of the former key, each in a sentence', async () => {
  expect(await secrets(['status'])).toEqual({
    code: 0,
    said: 'key k1, current\nseeds.ca_key_envelope: 1 under k1 (v2)\n',
  });
  expect(await secrets(['rotate'])).toMatchObject({
    code: 0,
    said: expect.stringMatching(
      /Added the key "k2"\.[\s\S]*1 secrets brought under "k2" in [\d.]+ s, 0 that do not open/,
    ),
  });
  expect(await secrets(['retire', 'k1'])).toMatchObject({ code: 1, said: expect.stringMatching(/too short a time/) });
  expect(await secrets(['retire', 'k2'])).toMatchObject({ code: 1, said: expect.stringMatching(/current key/) });
  const { said } = await secrets(['status']);
  expect(said).toBe('key k1\nkey k2, current\nseeds.ca_key_envelope: 1 under k2 (v2)\n');
});

test('a secret whose key is gone is named, and does not hold up a new key', async () => {
  await database.db.seed.update({ where: { id: seedId }, data: { caKeyEnvelope: 'v2.k0.AAAA.AAAA' } });
  expect((await secrets(['status'])).said).toMatch(/1 under k0 \(v2\), WHICH THE KEY FILE LACKS/);
  const { code, said } = await secrets(['rotate']);
  expect([code, said]).toEqual([1, expect.stringMatching(new RegExp(`of ${seedId} cannot be used.*"k0"`))]);
  expect(said).toContain('run "add-key" before it');
  expect((await secrets(['add-key'])).said).toMatch(/Added the key "k3"/);
});

test.each([
  ['no command', [], /npm run secrets -- <command>/],
  ['an unknown command', ['encrypt'], /npm run secrets -- <command>/],
  ['no key to retire', ['retire'], /Which key\?/],
  ['an unknown key', ['retire', 'k99'], /has no key "k99"/],
])('%s: what to type instead', async (_, args, sentence) => {
  const { code, said } = await secrets(args);
  expect(code).not.toBe(0);
  expect(said).toMatch(sentence);
});

test('without an Oriel, and with a key file for everybody, it says what to do and changes nothing', async () => {
  const nowhere = { DATABASE_URL: '', ORIEL_HOME: folder };
  expect((await secrets(['status'], nowhere)).said).toMatch(/No Oriel runs in .*Start it, or set DATABASE_URL/);
  await chmod(keyFile, 0o644);
  expect(await secrets(['rotate'])).toMatchObject({ code: 1, said: expect.stringMatching(/chmod 600/) });
});
