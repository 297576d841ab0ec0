import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSecretBox } from '../secret-box.ts';
import { writeKeyFile } from '../testing/keys.ts';
import { readKeyFile, replaceKeyFile } from './key-file.ts';
import { LocalKeyProvider } from './local-key-provider.ts';
import { placeOf } from './secret-columns.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-keys-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rm(folder, { recursive: true }));

async function write(content: unknown): Promise<void> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await writeFile(file, text, { mode: 0o600 });
}
const base64 = () => randomBytes(32).toString('base64');

describe('the key file', () => {
  test('holds keys of 32 bytes', async () => {
    const key = await writeKeyFile(file);
    const read = await readKeyFile(file);
    expect(read.current).toBe('k1');
    expect(read.keys.get('k1')).toEqual(new Uint8Array(key));
  });

  test.each([
    ['a short key', { current: 'k1', keys: { k1: 'c2hvcnQ=' } }, /5 bytes instead of 32/],
    ['a current key that is not there', { current: 'k2', keys: {} }, /names none/],
    ['no current key', { keys: {} }, /names none/],
    ['a name that would break envelopes', { current: 'a.b', keys: { 'a.b': '' } }, /no name for a key/],
    ['a time that is none', { current: 'k1', currentSince: 'soon', keys: { k1: base64() } }, /not a time/],
  ])('with %s is refused', async (_, content, message) => {
    await write(content);
    await expect(readKeyFile(file)).rejects.toThrow(message);
  });

  test('that is damaged is refused without a word of what is in it', async () => {
    const key = base64();
    await write(`{ "current": "k1", "keys": { "k1": "${key}" `);
    const error = (await readKeyFile(file).catch((cause: unknown) => cause)) as Error;
    expect(error.message).toMatch(/is not JSON/);
    expect(JSON.stringify([error.message, error.cause, error.stack])).not.toContain(key.slice(0, 8));
  });

  test.each([0o640, 0o604, 0o620, 0o644])('that others may use is refused (mode %o)', async (mode) => {
    await writeKeyFile(file);
    await chmod(file, mode);
    await expect(readKeyFile(file)).rejects.toThrow(/chmod 600/);
  });

  test('that is not there is named by its setting, not by its path', async () => {
    const error = await readKeyFile(file).catch((cause: unknown) => cause as Error);
    expect(String(error)).toMatch(/ORIEL_KEY_FILE.*is not there/);
    expect(String(error)).not.toContain(folder);
  });

  test('is replaced whole, for its owner alone, and leaves nothing beside it; a link to it stays one', async () => {
    await writeKeyFile(file);
    const link = join(folder, 'link.json');
    await symlink(file, link);
    const present = await readKeyFile(file);
    const keys = new Map([...present.keys, ['k2', new Uint8Array(randomBytes(32))]]);
    await replaceKeyFile(link, { current: 'k2', currentSince: new Date(0), keys });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['keys.json', 'link.json']);
    expect(await readKeyFile(link)).toMatchObject({ current: 'k2', currentSince: new Date(0), keys });
  });
});

describe('a provider', () => {
  const place = placeOf('kubeconfig', '6f0c');

  test('takes up a replaced file by itself: to seal with its current key, to open with a key it did not know', async () => {
    await writeKeyFile(file);
    const [writer, reader] = [await openSecretBox(file), await openSecretBox(file)];
    const before = await writer.seal(place, 'secret');
    const present = await readKeyFile(file);
    const keys = new Map([...present.keys, ['k2', new Uint8Array(randomBytes(32))]]);
    await replaceKeyFile(file, { current: 'k2', currentSince: new Date(), keys });
    const after = await writer.seal(place, 'secret');
    expect(after).toMatch(/^v2\.k2\./);
    expect([await reader.open(place, after), await reader.open(place, before)]).toEqual(['secret', 'secret']);
    keys.delete('k1');
    await replaceKeyFile(file, { current: 'k2', currentSince: new Date(), keys });
    await expect(reader.open(place, before)).rejects.toThrow(/needs the key "k1"/);
  });

  test('stops with a sentence where the file can no longer be used, and goes on when it can', async () => {
    await writeKeyFile(file);
    const box = await openSecretBox(file);
    const sealed = await box.seal(place, 'secret');
    const content = await readFile(file);
    await rename(file, `${file}.away`);
    await expect(box.open(place, sealed)).rejects.toThrow(/is not there/);
    await writeFile(file, content, { mode: 0o600 });
    expect(await box.open(place, sealed)).toBe('secret');
  });

  test('refuses to start with a file that cannot be used', async () => {
    await expect(LocalKeyProvider.open(file)).rejects.toThrow(/ORIEL_KEY_FILE/);
  });
});
