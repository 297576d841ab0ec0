import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Keyring, loadKeyring, open, seal } from './secret-box.ts';

const keyring: Keyring = { current: 'k1', keys: new Map([['k1', new Uint8Array(randomBytes(32))]]) };
const place = { table: 'clusters', id: '6f0c', column: 'kubeconfig_envelope' };

describe('seal and open', () => {
  test('give back what went in, and never twice the same envelope', () => {
    const sealed = seal(keyring, place, 'apiVersion: v1 ✓');
    expect(open(keyring, place, sealed)).toBe('apiVersion: v1 ✓');
    expect(seal(keyring, place, 'apiVersion: v1 ✓')).not.toBe(sealed);
    expect(sealed).not.toContain('apiVersion');
    expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
  });

  test.each([
    ['row', { ...place, id: '6f0d' }],
    ['column', { ...place, column: 'other' }],
    ['table', { ...place, table: 'seeds' }],
  ])('bind a secret to its %s', (_, elsewhere) => {
    expect(() => open(keyring, elsewhere, seal(keyring, place, 'secret'))).toThrow(/belongs elsewhere/);
  });

  test('notice every changed part', () => {
    const parts = seal(keyring, place, 'a secret long enough').split('.');
    for (const index of [2, 3, 4]) {
      const changed = parts.map((part, at) => (at === index ? `${part[0] === 'A' ? 'B' : 'A'}${part.slice(1)}` : part));
      expect(() => open(keyring, place, changed.join('.'))).toThrow(/changed/);
    }
    const [version, key, iv, tag, data] = parts;
    expect(() => open(keyring, place, [version, key, iv, tag?.slice(0, 6), data].join('.'))).toThrow(/changed/);
    expect(() => open(keyring, place, 'plain text')).toThrow(/form is unknown/);
  });

  test('open with the key an envelope names, and say which one is missing', () => {
    const sealed = seal(keyring, place, 'secret');
    const next: Keyring = { current: 'k2', keys: new Map([...keyring.keys, ['k2', new Uint8Array(randomBytes(32))]]) };
    expect(open(next, place, sealed)).toBe('secret');
    expect(seal(next, place, 'secret')).toMatch(/^v1\.k2\./);
    expect(() => open({ ...next, keys: new Map() }, place, sealed)).toThrow(/needs the key "k1"/);
  });
});

describe('loadKeyring', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oriel-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function load(content: unknown): Promise<Keyring> {
    const file = join(folder, 'keys.json');
    await writeFile(file, JSON.stringify(content));
    return loadKeyring(file);
  }

  test('reads keys of 32 bytes', async () => {
    const key = randomBytes(32);
    const loaded = await load({ current: 'k1', keys: { k1: key.toString('base64') } });
    expect(loaded.current).toBe('k1');
    expect(loaded.keys.get('k1')).toEqual(new Uint8Array(key));
  });

  test.each([
    ['a short key', { current: 'k1', keys: { k1: 'c2hvcnQ=' } }, /5 bytes instead of 32/],
    ['a current key that is not there', { current: 'k2', keys: {} }, /names none/],
    ['no current key', { keys: {} }, /names none/],
    ['a name that would break envelopes', { current: 'a.b', keys: { 'a.b': '' } }, /no name for a key/],
  ])('refuses %s', async (_, content, message) => {
    await expect(load(content)).rejects.toThrow(message);
  });
});
